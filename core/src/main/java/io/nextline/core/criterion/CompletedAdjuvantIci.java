package io.nextline.core.criterion;

import io.nextline.core.fact.AdjuvantIci;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.PatientFacts;

/** Was the adjuvant immune checkpoint inhibitor therapy given to its planned end before the relapse? */
public record CompletedAdjuvantIci() implements Criterion {

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        AdjuvantIci adjuvant = facts.adjuvantIci();
        if (adjuvant == null) {
            return RelapsedAfterAdjuvantIci.noAdjuvant(facts);
        }
        if (mayHaveRelapsed(adjuvant)
                && adjuvant.timing() instanceof Finding.Known<AdjuvantIci.Timing> timing
                && timing.value() == AdjuvantIci.Timing.DURING) {
            return Evaluation.of(false, "relapse before adjuvant ICI was completed", timing.provenance());
        }
        return adjuvant.completed()
                .fold(
                        known -> known.value()
                                ? beforeRelapse(adjuvant, known)
                                : Evaluation.of(false, "adjuvant ICI not completed", known.provenance()),
                        open -> Evaluation.unknown("whether adjuvant ICI was completed is not known", open.gap()));
    }

    /** A relapse of unknown time may have come before the end. */
    private static Evaluation beforeRelapse(AdjuvantIci adjuvant, Finding.Known<Boolean> completed) {
        if (mayHaveRelapsed(adjuvant)
                && !adjuvant.isRelapseAfterLastDose()
                && adjuvant.timing() instanceof Finding.Unknown<AdjuvantIci.Timing> open) {
            return Evaluation.unknown(
                    "whether the relapse came after the end of adjuvant ICI is not known", open.gap());
        }
        return Evaluation.of(true, "adjuvant ICI completed", completed.provenance());
    }

    private static boolean mayHaveRelapsed(AdjuvantIci adjuvant) {
        return !Boolean.FALSE.equals(adjuvant.relapse().orNull());
    }
}
