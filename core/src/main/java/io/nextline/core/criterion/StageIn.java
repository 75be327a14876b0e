package io.nextline.core.criterion;

import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.Stage;
import java.util.List;

/**
 * Is the cancer at one of these stages now?
 *
 * @param stages the stages asked for
 */
public record StageIn(List<Stage> stages) implements Criterion {

    /** Copies the stages. */
    public StageIn {
        stages = List.copyOf(stages);
    }

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        return facts.stage()
                .fold(
                        known -> Evaluation.of(
                                stages.contains(known.value()),
                                "stage now: " + known.value().id().replace('-', ' '),
                                known.provenance()),
                        open -> Evaluation.unknown(
                                "stage now not known: " + open.gap().detail(), open.gap()));
    }
}
