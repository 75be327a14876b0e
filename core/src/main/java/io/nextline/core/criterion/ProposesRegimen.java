package io.nextline.core.criterion;

import io.nextline.core.fact.PatientFacts;
import io.nextline.core.vocabulary.Drug;
import java.util.List;

/**
 * Does a selected draft complete this regimen? The other drugs of it may be drafted too or being given already.
 *
 * @param drugsOrClasses the regimen; every one must be matched, at least one of them by a selected draft
 */
public record ProposesRegimen(List<String> drugsOrClasses) implements Criterion {

    /** Copies the names. */
    public ProposesRegimen {
        drugsOrClasses = List.copyOf(drugsOrClasses);
    }

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        List<Drug> regimen = facts.proposal().regimen();
        boolean complete =
                drugsOrClasses.stream().allMatch(wanted -> regimen.stream().anyMatch(drug -> drug.isA(wanted)));
        boolean triggered = facts.proposal().selectedDrugs().stream()
                .anyMatch(drug -> drugsOrClasses.stream().anyMatch(drug::isA));
        boolean proposed = complete && triggered;
        String name = String.join(" + ", drugsOrClasses);
        return Evaluation.of(proposed, (proposed ? "drafted regimen: " : "regimen not drafted: ") + name, List.of());
    }
}
