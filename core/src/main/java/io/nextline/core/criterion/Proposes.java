package io.nextline.core.criterion;

import io.nextline.core.fact.PatientFacts;
import java.util.List;

/**
 * Does a selected draft order hold a drug of any of these names or classes? Without a draft the answer is no, never unknown.
 *
 * @param drugsOrClasses drug names or classes
 */
public record Proposes(List<String> drugsOrClasses) implements Criterion {

    /** Copies the names. */
    public Proposes {
        drugsOrClasses = List.copyOf(drugsOrClasses);
    }

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        boolean proposed = facts.proposal().selectedDrugs().stream()
                .anyMatch(drug -> drugsOrClasses.stream().anyMatch(drug::isA));
        return Evaluation.of(
                proposed, (proposed ? "drafted: " : "not drafted: ") + Words.or(drugsOrClasses), List.of());
    }
}
