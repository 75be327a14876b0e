package io.nextline.core.criterion;

import io.nextline.core.fact.PatientFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * One part must hold: true as soon as one is true, else unknown while one is unknown.
 *
 * @param parts the parts, at least one
 */
public record AnyOf(List<Criterion> parts) implements Criterion {

    /** Copies the parts. */
    public AnyOf {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("anyOf needs at least one part");
        }
    }

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        List<Evaluation> answers = new ArrayList<>(parts.size());
        Truth truth = Truth.FALSE;
        for (Criterion part : parts) {
            Evaluation answer = part.evaluate(facts);
            answers.add(answer);
            truth = truth.or(answer.truth());
        }
        return AllOf.combine(truth, "any of these", answers);
    }
}
