package io.nextline.core.criterion;

import io.nextline.core.fact.AdjuvantIci;
import io.nextline.core.fact.PatientFacts;

/** Did the cancer come back while adjuvant immune checkpoint inhibitor therapy was being given? */
public record RelapsedDuringAdjuvantIci() implements Criterion {

    private static final String AFTER = "relapse after the last adjuvant dose";

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        AdjuvantIci adjuvant = facts.adjuvantIci();
        Evaluation relapsed = new RelapsedAfterAdjuvantIci().evaluate(facts);
        if (adjuvant == null || relapsed.truth() != Truth.TRUE) {
            return relapsed;
        }
        return adjuvant.timing()
                .fold(
                        known -> Evaluation.of(
                                known.value() == AdjuvantIci.Timing.DURING,
                                known.value() == AdjuvantIci.Timing.DURING
                                        ? "relapse before the last adjuvant dose"
                                        : AFTER,
                                known.provenance()),
                        open -> adjuvant.isRelapseAfterLastDose()
                                ? Evaluation.of(false, AFTER, relapsed.provenance())
                                : Evaluation.unknown("when the relapse came is not known", open.gap()));
    }
}
