package io.nextline.core.criterion;

import io.nextline.core.fact.PatientFacts;

/** Is progression limited to few sites? The count is a local choice of the profile, not a figure of the evidence. */
public record HasOligoprogression() implements Criterion {

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        return facts.oligoprogression()
                .fold(
                        known -> Evaluation.of(
                                known.value(),
                                known.value() ? "progression at few sites" : "progression not limited to few sites",
                                known.provenance()),
                        open -> Evaluation.unknown("number of progressing sites not known", open.gap()));
    }
}
