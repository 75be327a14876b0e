package io.nextline.core.criterion;

import io.nextline.core.fact.PatientFacts;
import io.nextline.core.vocabulary.Drug;
import java.util.List;

/**
 * Does a selected draft hold this drug with no other anticancer drug beside it, drafted or being given?
 *
 * @param drug a drug name
 */
public record ProposesAlone(String drug) implements Criterion {

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        boolean selected = facts.proposal().selectedDrugs().stream().anyMatch(d -> d.isA(drug));
        List<Drug> drafted = facts.proposal().drafts().stream()
                .flatMap(order -> order.drugs().stream())
                .toList();
        boolean alone = selected && drafted.stream().allMatch(d -> d.isA(drug));
        return Evaluation.of(alone, (alone ? "drafted alone: " : "not drafted alone: ") + drug, List.of());
    }
}
