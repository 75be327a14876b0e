package io.nextline.core.criterion;

import io.nextline.core.fact.Gap;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;

/** Has the cancer progressed, stated or inferred, on or after the latest line of therapy? Without it no option is shown. */
public record HasProgressedOnLatestLine() implements Criterion {

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        LineOfTherapy latest = facts.therapy().latest();
        if (latest == null) {
            return Evaluation.unknown(
                    "no line of therapy on record",
                    new Gap(MissingFact.THERAPY_HISTORY, "the systemic therapy so far"));
        }
        return latest.progression()
                .fold(
                        known -> Evaluation.of(
                                known.value().isProgression(),
                                LineProgression.reason(known.value(), "the latest line"),
                                known.provenance()),
                        open -> Evaluation.unknown(
                                "progression on the latest line not settled: "
                                        + open.gap().detail(),
                                open.gap()));
    }
}
