package io.nextline.cdshooks.feedback;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nextline.cdshooks.request.RequestFields;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads an {@code overrideReason}. Not thread-safe. */
final class ReasonReading {

    private static final int LONGEST_COMMENT = 4_000;
    private static final int LONGEST_CODE = 128;
    private static final int LONGEST_TEXT = 512;

    private final JsonParser parser;
    private final String at;
    private final Problems problems;
    private @Nullable Reason reason;
    private @Nullable String userComment;

    ReasonReading(JsonParser parser, String at, Problems problems) {
        this.parser = parser;
        this.at = at;
        this.problems = problems;
    }

    /** Returns the reason that was chosen, null if none was. */
    @Nullable Reason reason() {
        return reason;
    }

    /** Returns the clinician's own words, null if there are none. */
    @Nullable String userComment() {
        return userComment;
    }

    void read() throws IOException {
        if (!Texts.opens(
                parser, JsonToken.START_OBJECT, at, "an object with a reason, a userComment, or both", problems)) {
            return;
        }
        boolean empty = true;
        RequestFields fields = new RequestFields(parser, at);
        for (String name = fields.next(); name != null; name = fields.next()) {
            empty &= parser.currentToken() == JsonToken.VALUE_NULL || !isOurs(name);
            switch (name) {
                case "reason" -> coding();
                case "userComment" -> userComment = Texts.of(parser, at + ".userComment", LONGEST_COMMENT, problems);
                default -> parser.skipChildren();
            }
        }
        if (empty) {
            problems.add(at, "needs a reason, a userComment, or both; leave it out where there is neither");
        }
    }

    private static boolean isOurs(String name) {
        return name.equals("reason") || name.equals("userComment");
    }

    private void coding() throws IOException {
        String element = at + ".reason";
        if (!Texts.opens(
                parser, JsonToken.START_OBJECT, element, "a Coding, an object with code and system", problems)) {
            return;
        }
        String code = null;
        String system = null;
        String display = null;
        RequestFields fields = new RequestFields(parser, element);
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "code" -> code = Texts.of(parser, element + ".code", LONGEST_CODE, problems);
                case "system" -> system = Texts.of(parser, element + ".system", LONGEST_TEXT, problems);
                case "display" -> display = Texts.of(parser, element + ".display", LONGEST_TEXT, problems);
                default -> parser.skipChildren();
            }
        }
        if (code == null) {
            problems.add(element + ".code", "is missing; send the code of the chosen reason");
        }
        if (system == null) {
            problems.add(element + ".system", "is missing; send the code system of the chosen reason");
        }
        if (code != null && system != null) {
            reason = new Reason(code, system, display);
        }
    }
}
