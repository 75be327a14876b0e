package io.nextline.core.criterion;

import io.nextline.core.fact.Gap;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;

/**
 * A question that no record answers and only the clinician can: always unknown, and it says what to judge.
 *
 * @param question what to judge, in words
 * @param fact the kind of fact it is
 */
public record ClinicianJudges(String question, MissingFact fact) implements Criterion {

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        return Evaluation.unknown("for the clinician to judge: " + question, new Gap(fact, question));
    }
}
