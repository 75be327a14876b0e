package io.nextline.core.criterion;

import io.nextline.core.fact.PatientFacts;

/** A question that the facts answer true, false or unknown. Stateless and thread-safe; never throws for missing data. */
public interface Criterion {

    /** Returns the answer with its reason. */
    Evaluation evaluate(PatientFacts facts);
}
