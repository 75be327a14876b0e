package io.nextline.core.criterion;

import io.nextline.core.fact.PatientFacts;
import java.util.List;

/** A criterion that asks nothing of its own: its answer follows from those to its parts. */
interface Composition extends Criterion {

    /** Returns the parts, at least one. */
    List<Criterion> parts();

    /** Returns the answer that follows from those to the parts, in the order of the parts. */
    Evaluation from(List<Evaluation> answers);

    @Override
    default Evaluation evaluate(PatientFacts facts) {
        return new Answers(facts).to(this);
    }
}
