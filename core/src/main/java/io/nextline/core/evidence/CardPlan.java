package io.nextline.core.evidence;

import java.util.List;

/**
 * What one card is to say: the statements on one question, the leading one first. How it looks is not decided here.
 *
 * @param topic the question
 * @param warning whether a selected draft completes a regimen that a randomised trial argues against
 * @param statements the statements to show, those that hold before those that are open, strongest first; never empty
 */
public record CardPlan(Topic topic, boolean warning, List<StatementOutcome> statements) {

    /** Copies the statements. */
    public CardPlan {
        statements = List.copyOf(statements);
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("a card needs at least one statement");
        }
    }

    /** Returns the statement that opens the card. */
    public StatementOutcome lead() {
        return statements.get(0);
    }
}
