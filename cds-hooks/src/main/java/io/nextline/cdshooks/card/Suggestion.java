package io.nextline.cdshooks.card;

import java.util.List;

/**
 * Something the clinician may choose to do. It is never marked as recommended and never chosen beforehand.
 *
 * @param uuid the id that feedback names it by
 * @param label what it does
 * @param actions what happens when it is chosen, all together; at least one
 */
public record Suggestion(String uuid, String label, List<Action> actions) {

    /** Copies the actions. */
    public Suggestion {
        actions = List.copyOf(actions);
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("a suggestion needs at least one action");
        }
    }
}
