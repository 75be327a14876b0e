package io.nextline.core.criterion;

import io.nextline.core.fact.PatientFacts;
import java.util.List;

/**
 * Does a selected draft order this kind of procedure?
 *
 * @param procedure a procedure kind of the vocabulary
 */
public record ProposesProcedure(String procedure) implements Criterion {

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        boolean proposed = facts.proposal().drafts().stream()
                .anyMatch(draft -> draft.selected() && procedure.equals(draft.procedure()));
        return Evaluation.of(proposed, (proposed ? "drafted: " : "not drafted: ") + procedure, List.of());
    }
}
