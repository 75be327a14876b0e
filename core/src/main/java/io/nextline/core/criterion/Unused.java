package io.nextline.core.criterion;

import io.nextline.core.fact.PatientFacts;
import java.util.List;

/**
 * Is the drug or class as yet unused? The opposite of {@link Received}, under the same rule about absence.
 *
 * @param drugOrClass a drug name or class
 */
public record Unused(String drugOrClass) implements Criterion {

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        Evaluation received = new Received(List.of(drugOrClass)).evaluate(facts);
        return new Evaluation(
                received.truth().not(), received.reason(), received.provenance(), received.gaps(), List.of());
    }
}
