package io.nextline.core.evidence;

import io.nextline.core.criterion.Evaluation;
import io.nextline.core.criterion.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement put to one patient.
 *
 * @param statement the statement
 * @param applies whether it holds, after guards
 * @param evaluation the criterion tree behind it
 * @param because the reasons that decided, in words for a clinician
 * @param supersededBy the updates that replaced it by the day of evaluation
 * @param silencedBy {@code research-protocol} when a protocol order keeps it off the cards, else null
 */
public record StatementOutcome(
        Statement statement,
        Truth applies,
        Evaluation evaluation,
        List<String> because,
        List<String> supersededBy,
        @Nullable String silencedBy) {

    /** Copies the lists. */
    public StatementOutcome {
        because = List.copyOf(because);
        supersededBy = List.copyOf(supersededBy);
    }

    /** Returns whether it may stand on a card at all: not superseded and not silenced. */
    public boolean isCurrent() {
        return supersededBy.isEmpty() && silencedBy == null;
    }
}
