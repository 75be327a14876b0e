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
        if (adjuvant.timing() instanceof Finding.Known<AdjuvantIci.Timing> timing
                && timing.value() == AdjuvantIci.Timing.DURING) {
            return Evaluation.of(false, "relapse before adjuvant ICI was completed", timing.provenance());
        }
        return adjuvant.completed()
                .fold(
                        known -> Evaluation.of(
                                known.value(),
                                known.value() ? "adjuvant ICI completed" : "adjuvant ICI not completed",
                                known.provenance()),
                        open -> Evaluation.unknown("whether adjuvant ICI was completed is not known", open.gap()));
    }
}
