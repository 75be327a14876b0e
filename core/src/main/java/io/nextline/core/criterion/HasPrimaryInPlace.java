package io.nextline.core.criterion;

import io.nextline.core.fact.PatientFacts;

/** Is the primary tumour still in place? No record of its removal is a gap, not an answer. */
public record HasPrimaryInPlace() implements Criterion {

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        return facts.primaryInPlace()
                .fold(
                        known -> Evaluation.of(
                                known.value(),
                                known.value() ? "primary in place" : "primary removed",
                                known.provenance()),
                        open -> Evaluation.unknown("whether the primary is in place is not known", open.gap()));
    }
}
