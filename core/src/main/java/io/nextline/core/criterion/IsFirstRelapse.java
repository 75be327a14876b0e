package io.nextline.core.criterion;

import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.PatientFacts;
import java.util.List;

/** Is this the first recurrence after treatment with curative intent, before any line for advanced disease? */
public record IsFirstRelapse() implements Criterion {

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        List<LineOfTherapy> advanced = facts.therapy().lines().stream()
                .filter(LineOfTherapy::isAdvanced)
                .toList();
        if (!advanced.isEmpty()) {
            return Evaluation.of(
                    false,
                    "already treated for advanced disease",
                    advanced.get(0).provenance());
        }
        return facts.recurrence()
                .fold(
                        known -> Evaluation.of(
                                known.value(),
                                known.value() ? "first recurrence after curative treatment" : "no recurrence",
                                known.provenance()),
                        open -> Evaluation.unknown("whether this is a first relapse is not known", open.gap()));
    }
}
