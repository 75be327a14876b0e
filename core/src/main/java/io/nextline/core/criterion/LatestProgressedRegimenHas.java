package io.nextline.core.criterion;

import io.nextline.core.fact.Gap;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Did the regimen that the cancer progressed on last hold, or lack, these drugs or classes?
 *
 * @param with every one of these must be in it
 * @param without none of these may be in it; concluded only when the therapy data were read whole
 */
public record LatestProgressedRegimenHas(List<String> with, List<String> without) implements Criterion {

    /** Copies the names. */
    public LatestProgressedRegimenHas {
        with = List.copyOf(with);
        without = List.copyOf(without);
    }

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        LineOfTherapy line = latestProgressed(facts);
        if (line == null) {
            return new HasProgressed().evaluate(facts);
        }
        String regimen = "progressed on " + Words.regimen(line.regimen());
        if (!with.stream().allMatch(line::has) || without.stream().anyMatch(line::has)) {
            return Evaluation.of(false, regimen, line.provenance());
        }
        boolean regimenKnown =
                facts.therapy().supportsAbsence() && facts.therapy().orderKnown();
        if (!without.isEmpty() && !regimenKnown) {
            return Evaluation.unknown(
                    regimen + "; whether anything was given with it is not known",
                    new Gap(MissingFact.THERAPY_HISTORY, "the whole list of systemic therapy"));
        }
        return Evaluation.of(true, regimen, line.provenance());
    }

    private static @Nullable LineOfTherapy latestProgressed(PatientFacts facts) {
        List<LineOfTherapy> lines = facts.therapy().lines();
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).hasProgressed()) {
                return lines.get(i);
            }
        }
        return null;
    }
}
