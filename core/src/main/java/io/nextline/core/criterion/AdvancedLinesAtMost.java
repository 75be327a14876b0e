package io.nextline.core.criterion;

import io.nextline.core.fact.PatientFacts;

/**
 * Has the patient had at most this many lines of therapy for advanced disease? Concluded only from therapy data read whole.
 *
 * @param count how many
 */
public record AdvancedLinesAtMost(int count) implements Criterion {

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        Evaluation more = new AdvancedLinesAtLeast(count + 1).evaluate(facts);
        return new Evaluation(more.truth().not(), more.reason(), more.provenance(), more.gaps(), more.parts());
    }
}
