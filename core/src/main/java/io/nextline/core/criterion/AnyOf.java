package io.nextline.core.criterion;

import java.util.List;

/**
 * One part must hold: true as soon as one is true, else unknown while one is unknown.
 *
 * @param parts the parts, at least one
 */
public record AnyOf(List<Criterion> parts) implements Composition {

    /** Copies the parts. */
    public AnyOf {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("anyOf needs at least one part");
        }
    }

    @Override
    public Evaluation from(List<Evaluation> answers) {
        Truth truth = Truth.FALSE;
        for (Evaluation answer : answers) {
            truth = truth.or(answer.truth());
        }
        return AllOf.combine(truth, "any of these", answers);
    }
}
