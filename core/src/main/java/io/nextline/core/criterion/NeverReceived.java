package io.nextline.core.criterion;

import io.nextline.core.fact.Gap;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;

/**
 * Has the patient never received the drug or class, elsewhere included? This needs more than an absence from the record: the
 * record must also reach back to the start of treatment.
 *
 * @param drugOrClass a drug name or class
 */
public record NeverReceived(String drugOrClass) implements Criterion {

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        for (LineOfTherapy line : facts.therapy().lines()) {
            if (line.has(drugOrClass)) {
                return Evaluation.of(false, "received " + drugOrClass, line.provenance());
            }
        }
        if (!facts.therapy().reachesBeginning()) {
            return Evaluation.unknown(
                    "the record may not reach back to the first therapy, so an earlier " + drugOrClass
                            + " is not excluded",
                    new Gap(MissingFact.PRIOR_ICI, "whether " + drugOrClass + " was given before this record begins"));
        }
        return Received.absence(facts, "never received " + drugOrClass, drugOrClass, true);
    }
}
