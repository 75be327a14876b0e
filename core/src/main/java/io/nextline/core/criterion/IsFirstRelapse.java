package io.nextline.core.criterion;

import io.nextline.core.fact.Gap;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fact.TherapyHistory;
import java.util.List;

/** Is this the first recurrence after treatment with curative intent, before any line for advanced disease? */
public record IsFirstRelapse() implements Criterion {

    private static final String NOT_KNOWN = "whether this is a first relapse is not known";

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        List<LineOfTherapy> advanced = facts.therapy().lines().stream()
                .filter(LineOfTherapy::isAdvanced)
                .toList();
        if (!advanced.isEmpty()) {
            return Evaluation.of(
                    false,
                    "already treated for advanced disease",
                    advanced.get(0).provenance());
        }
        return facts.recurrence()
                .fold(
                        known -> known.value()
                                ? recurred(facts.therapy(), known.provenance())
                                : Evaluation.of(false, "no recurrence", known.provenance()),
                        open -> Evaluation.unknown(NOT_KNOWN, open.gap()));
    }

    /** That no line for advanced disease came before is an absence: it needs data read whole and every row understood. */
    private static Evaluation recurred(TherapyHistory therapy, List<Provenance> provenance) {
        return therapy.readWhole() && therapy.unidentified().isEmpty()
                ? Evaluation.of(true, "first recurrence after curative treatment", provenance)
                : Evaluation.unknown(
                        NOT_KNOWN, new Gap(MissingFact.THERAPY_HISTORY, "the whole list of systemic therapy"));
    }
}
