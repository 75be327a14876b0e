package io.nextline.core.criterion;

import io.nextline.core.fact.Gap;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;
import java.util.List;

/**
 * Has the patient received any of these for advanced disease? Therapy in a curative setting, such as platinum in chemoradiation,
 * leaves the question open, since trials differ in whether they count it.
 *
 * @param drugsOrClasses drug names or classes
 */
public record ReceivedForAdvanced(List<String> drugsOrClasses) implements Criterion {

    /** Copies the names. */
    public ReceivedForAdvanced {
        drugsOrClasses = List.copyOf(drugsOrClasses);
    }

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        String what = Words.or(drugsOrClasses);
        boolean otherSetting = false;
        for (LineOfTherapy line : facts.therapy().lines()) {
            if (drugsOrClasses.stream().anyMatch(line::has)) {
                if (line.isAdvanced()) {
                    return Evaluation.of(true, "received " + what + " for advanced disease", line.provenance());
                }
                otherSetting = true;
            }
        }
        if (otherSetting) {
            return Evaluation.unknown(
                    "received " + what + ", but not surely for advanced disease",
                    new Gap(MissingFact.THERAPY_SETTING, "whether " + what + " was given for advanced disease"));
        }
        return Received.absence(facts, "no record of " + what, what, false);
    }
}
