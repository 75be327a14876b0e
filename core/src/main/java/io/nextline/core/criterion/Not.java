package io.nextline.core.criterion;

import java.util.List;

/**
 * The part must not hold; unknown stays unknown.
 *
 * @param part the part
 */
public record Not(Criterion part) implements Composition {

    @Override
    public List<Criterion> parts() {
        return List.of(part);
    }

    @Override
    public Evaluation from(List<Evaluation> answers) {
        Evaluation answer = answers.get(0);
        return new Evaluation(answer.truth().not(), "not the following", answer.provenance(), answer.gaps(), answers);
    }
}
