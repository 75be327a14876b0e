package io.nextline.core.criterion;

import io.nextline.core.fact.Gap;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.vocabulary.Drug;
import java.util.List;

/**
 * Is the patient now on therapy with all of these drugs or classes?
 *
 * @param drugsOrClasses drug names or classes
 */
public record CurrentlyOn(List<String> drugsOrClasses) implements Criterion {

    /** Copies the names. */
    public CurrentlyOn {
        drugsOrClasses = List.copyOf(drugsOrClasses);
    }

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        List<Drug> active = facts.therapy().activeDrugs();
        boolean all = drugsOrClasses.stream().allMatch(wanted -> active.stream().anyMatch(drug -> drug.isA(wanted)));
        String what = String.join(" + ", drugsOrClasses);
        if (all) {
            return Evaluation.of(true, "now on " + what, List.of());
        }
        if (facts.therapy().readWhole() && facts.therapy().unidentified().isEmpty()) {
            return Evaluation.of(
                    false, "not on " + what + " now, by " + facts.therapy().rows() + " therapy rows", List.of());
        }
        return Evaluation.unknown(
                "whether the patient is on " + what + " now is not known",
                new Gap(MissingFact.THERAPY_HISTORY, "the current systemic therapy"));
    }
}
