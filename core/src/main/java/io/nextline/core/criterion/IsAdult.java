package io.nextline.core.criterion;

import io.nextline.core.fact.PatientFacts;

/** Is the patient 18 or older on the day of evaluation? */
public record IsAdult() implements Criterion {

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        return facts.adult()
                .fold(
                        known -> Evaluation.of(
                                known.value(), known.value() ? "18 or older" : "under 18", known.provenance()),
                        open -> Evaluation.unknown("age not known", open.gap()));
    }
}
