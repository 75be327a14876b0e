package io.nextline.core.criterion;

import io.nextline.core.fact.Gap;
import io.nextline.core.fact.Provenance;
import java.util.ArrayList;
import java.util.List;

/**
 * Every part must hold: false as soon as one is false, else unknown while one is unknown.
 *
 * @param parts the parts, at least one
 */
public record AllOf(List<Criterion> parts) implements Composition {

    /** Copies the parts. */
    public AllOf {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("allOf needs at least one part");
        }
    }

    @Override
    public Evaluation from(List<Evaluation> answers) {
        Truth truth = Truth.TRUE;
        for (Evaluation answer : answers) {
            truth = truth.and(answer.truth());
        }
        return combine(truth, "all of these", answers);
    }

    /** Joins the answers of parts: only the parts that agree with the whole lend it provenance and gaps. */
    static Evaluation combine(Truth truth, String reason, List<Evaluation> answers) {
        List<Provenance> provenance = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        for (Evaluation answer : answers) {
            if (answer.truth() == truth) {
                provenance.addAll(answer.provenance());
                gaps.addAll(answer.gaps());
            }
        }
        return new Evaluation(truth, reason, provenance, gaps, answers);
    }
}
