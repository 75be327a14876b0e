package io.nextline.core.criterion;

import io.nextline.core.fact.Finding;
import io.nextline.core.fact.Gap;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.Progression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has the cancer progressed, stated or inferred, on or after any line of therapy? */
public record HasProgressed() implements Criterion {

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        List<LineOfTherapy> lines = facts.therapy().lines();
        if (lines.isEmpty()) {
            return Evaluation.unknown(
                    "no line of therapy on record",
                    new Gap(MissingFact.THERAPY_HISTORY, "the systemic therapy so far"));
        }
        Evaluation open = null;
        for (int i = lines.size() - 1; i >= 0; i--) {
            Finding<Progression> progression = lines.get(i).progression();
            if (progression instanceof Finding.Known<Progression> known
                    && known.value().isProgression()) {
                return Evaluation.of(true, LineProgression.reason(known.value(), "therapy"), known.provenance());
            }
            open = open != null ? open : open(progression);
        }
        return open != null ? open : Evaluation.of(false, "no progression on record on any line", List.of());
    }

    /** A line that ended for another reason says nothing of the time after it; only a recorded status does. */
    private static @Nullable Evaluation open(Finding<Progression> progression) {
        return progression.fold(
                known -> known.value().date() != null
                        ? null
                        : Evaluation.unknown(
                                "progression not settled: " + known.value().rule(),
                                new Gap(MissingFact.PROGRESSION, "whether the cancer has progressed since")),
                unknown -> Evaluation.unknown(
                        "progression not settled: " + unknown.gap().detail(), unknown.gap()));
    }
}
