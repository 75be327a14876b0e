package io.nextline.core.criterion;

import io.nextline.core.fact.PatientFacts;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The answers of one patient's facts. Statements share most of their questions, and each is put once. Not thread-safe; serves one
 * evaluation.
 */
public final class Answers {

    private final PatientFacts facts;

    // By instance: equal questions of an evidence base are one, and comparing whole trees would cost more than it
    // spares.
    private final IdentityHashMap<Criterion, Evaluation> given = new IdentityHashMap<>();

    /** Begins without answers. */
    public Answers(PatientFacts facts) {
        this.facts = facts;
    }

    /** Returns the answer to a criterion, the same as {@link Criterion#evaluate} gives. */
    public Evaluation to(Criterion criterion) {
        Evaluation known = given.get(criterion);
        if (known != null) {
            return known;
        }
        Evaluation answer = criterion instanceof Composition composition
                ? composition.from(toEach(composition.parts()))
                : criterion.evaluate(facts);
        given.put(criterion, answer);
        return answer;
    }

    private List<Evaluation> toEach(List<Criterion> parts) {
        List<Evaluation> answers = new ArrayList<>(parts.size());
        for (Criterion part : parts) {
            answers.add(to(part));
        }
        return answers;
    }
}
