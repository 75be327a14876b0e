package io.nextline.core.criterion;

import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.vocabulary.Drug;
import java.util.List;

/**
 * Does a selected draft hold this drug with no other anticancer drug beside it, drafted or being given? A regimen
 * that the cancer has progressed on is left behind, whatever the medication list still holds.
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
        boolean alone = selected
                && drafted.stream().allMatch(d -> d.isA(drug))
                && beingGiven(facts).stream().allMatch(d -> d.isA(drug));
        return Evaluation.of(alone, (alone ? "drafted alone: " : "not drafted alone: ") + drug, List.of());
    }

    private static List<Drug> beingGiven(PatientFacts facts) {
        LineOfTherapy latest = facts.therapy().latest();
        return latest != null && latest.hasProgressed()
                ? List.of()
                : facts.proposal().activeDrugs();
    }
}
