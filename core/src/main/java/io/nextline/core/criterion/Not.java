package io.nextline.core.criterion;

import io.nextline.core.fact.PatientFacts;
import java.util.List;

/**
 * The part must not hold; unknown stays unknown.
 *
 * @param part the part
 */
public record Not(Criterion part) implements Criterion {

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        Evaluation answer = part.evaluate(facts);
        return new Evaluation(
                answer.truth().not(), "not the following", answer.provenance(), answer.gaps(), List.of(answer));
    }
}
