package io.nextline.cdshooks.feedback;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nextline.cdshooks.request.RequestFields;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One reading of one entry of feedback. Not thread-safe. */
final class EntryReading {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern UTC =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(\\.\\d{1,9})?\\d*(Z|[+-]00:00)");
    private static final int MOST_SUGGESTIONS = 50;
    private static final int LONGEST_TIMESTAMP = 64;

    private final JsonParser parser;
    private final String at;
    private final Problems problems;
    private final ReasonReading override;
    private final List<String> suggestions = new ArrayList<>();
    private @Nullable String card;
    private @Nullable Outcome outcome;
    private @Nullable Instant outcomeTimestamp;

    /**
     * Starts at the entry that the parser stands at.
     *
     * @param at how problems call the entry
     */
    EntryReading(JsonParser parser, String at, Problems problems) {
        this.parser = parser;
        this.at = at;
        this.problems = problems;
        this.override = new ReasonReading(parser, at + ".overrideReason", problems);
    }

    /** Reads the entry and adds it, unless something is wrong with it. */
    void readInto(List<Feedback> into) throws IOException {
        RequestFields fields = new RequestFields(parser, at);
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "card" -> card = uuid(at + ".card");
                case "outcome" -> outcome();
                case "acceptedSuggestions" -> suggestions();
                case "overrideReason" -> override.read();
                case "outcomeTimestamp" -> timestamp();
                default -> parser.skipChildren();
            }
        }
        if (outcome == Outcome.ACCEPTED && suggestions.isEmpty()) {
            problems.add(at + ".acceptedSuggestions", "is missing or empty; an accepted card needs at least one");
        }
        if (card == null) {
            problems.add(at + ".card", "is missing; send the card's uuid");
        }
        if (outcome == null) {
            problems.add(at + ".outcome", "is missing; send accepted or overridden");
        }
        if (outcomeTimestamp == null) {
            problems.add(at + ".outcomeTimestamp", "is missing; send when the user acted, in UTC");
        }
        if (card != null && outcome != null && outcomeTimestamp != null) {
            into.add(new Feedback(
                    card, outcome, suggestions, override.reason(), override.userComment(), outcomeTimestamp));
        }
    }

    private @Nullable String uuid(String element) throws IOException {
        String sent = Texts.of(parser, element, problems);
        if (sent == null) {
            return null;
        }
        String uuid = sent.toLowerCase(Locale.ROOT);
        if (!UUID.matcher(uuid).matches()) {
            problems.add(element, "is no UUID; send it as it stood in the response");
            return null;
        }
        return uuid;
    }

    private void outcome() throws IOException {
        String code = Texts.of(parser, at + ".outcome", problems);
        if (code != null) {
            outcome = Outcome.of(code);
            if (outcome == null) {
                problems.add(at + ".outcome", "is neither accepted nor overridden");
            }
        }
    }

    private void suggestions() throws IOException {
        String element = at + ".acceptedSuggestions";
        if (!Texts.opens(parser, JsonToken.START_ARRAY, element, "an array of objects with an id", problems)) {
            return;
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            if (i == MOST_SUGGESTIONS) {
                problems.add(element, "has more than " + MOST_SUGGESTIONS + " entries");
            }
            suggestion(element + "[" + i + "]");
        }
    }

    private void suggestion(String element) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            problems.add(element, "needs to be a JSON object with an id");
            parser.skipChildren();
            return;
        }
        String id = null;
        RequestFields fields = new RequestFields(parser, element);
        for (String name = fields.next(); name != null; name = fields.next()) {
            if (name.equals("id")) {
                id = uuid(element + ".id");
            } else {
                parser.skipChildren();
            }
        }
        if (id == null) {
            problems.add(element + ".id", "is missing; send the suggestion's uuid");
        } else {
            suggestions.add(id);
        }
    }

    private void timestamp() throws IOException {
        String element = at + ".outcomeTimestamp";
        String sent = Texts.of(parser, element, problems);
        if (sent != null) {
            outcomeTimestamp = moment(sent);
            if (outcomeTimestamp == null) {
                problems.add(element, "is no time in UTC as RFC 3339 writes it, such as 2026-11-21T12:00:00Z");
            }
        }
    }

    private static @Nullable Instant moment(String sent) {
        if (sent.length() > LONGEST_TIMESTAMP) {
            return null;
        }
        Matcher parts = UTC.matcher(sent.toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            return null;
        }
        String fraction = parts.group(2);
        try {
            return Instant.parse(parts.group(1) + (fraction == null ? "" : fraction) + "Z");
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }
}
