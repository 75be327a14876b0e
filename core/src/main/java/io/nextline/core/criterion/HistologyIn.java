package io.nextline.core.criterion;

import io.nextline.core.fact.PatientFacts;
import java.util.List;

/**
 * Is the histology one of these? An unstated histology is never assumed.
 *
 * @param histologies histology ids of the vocabulary
 */
public record HistologyIn(List<String> histologies) implements Criterion {

    /** Copies the ids. */
    public HistologyIn {
        histologies = List.copyOf(histologies);
    }

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        return facts.diagnosis()
                .histology()
                .fold(
                        known -> Evaluation.of(
                                histologies.contains(known.value()),
                                "histology: " + known.value().replace('-', ' '),
                                known.provenance()),
                        open -> Evaluation.unknown(
                                "histology not known: " + open.gap().detail(), open.gap()));
    }
}
