package io.nextline.cdshooks.feedback;

import io.nextline.cdshooks.card.CardKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Feedback as it is read back.
 *
 * @param received the feedback
 * @param kind what its card showed; null where no card of this kind was made by a service that used this store
 */
public record KeptFeedback(
        ReceivedFeedback received, @Nullable CardKind kind) {

    /** Returns the ids of the statements on the card, the leading one first; none where they are not known. */
    public List<String> statements() {
        return kind == null ? List.of() : kind.statements();
    }
}
