package io.nextline.core.criterion;

import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.PatientFacts;
import java.util.List;

/**
 * Is the cancer of this type?
 *
 * @param type the type asked for
 */
public record DiagnosisIs(DiagnosisType type) implements Criterion {

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        return facts.diagnosis()
                .type()
                .fold(
                        known -> Evaluation.of(
                                known.value() == type,
                                "diagnosis: " + known.value().display(),
                                known.provenance()),
                        (Finding.Unknown<DiagnosisType> open) -> facts.diagnosis()
                                        .possible()
                                        .contains(type)
                                ? Evaluation.unknown(
                                        "diagnosis not determined: "
                                                + open.gap().detail(),
                                        open.gap())
                                : Evaluation.of(
                                        false, "no " + type.display() + " among the diagnoses in question", List.of()));
    }
}
