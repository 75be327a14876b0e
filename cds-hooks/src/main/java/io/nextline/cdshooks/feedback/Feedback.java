package io.nextline.cdshooks.feedback;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One feedback of a client on one card, as CDS Hooks 2.0.1 describes it.
 *
 * @param card the card's uuid, in lower case
 * @param outcome what became of it
 * @param acceptedSuggestions the uuids of the suggestions taken, sorted; at least one where it was accepted
 * @param reason why it was overridden, null if no reason was chosen
 * @param userComment the clinician's own words, null if there are none
 * @param outcomeTimestamp when the clinician acted
 */
public record Feedback(
        String card,
        Outcome outcome,
        List<String> acceptedSuggestions,
        @Nullable Reason reason,
        @Nullable String userComment,
        Instant outcomeTimestamp) {

    /** Sorts the suggestions and drops those named twice. */
    public Feedback {
        acceptedSuggestions = List.copyOf(new TreeSet<>(acceptedSuggestions));
    }
}
