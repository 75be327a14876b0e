package io.nextline.cdshooks.feedback;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads values of known types; one of another type is a problem, and is passed over. */
final class Texts {

    private static final int USUAL = 64;

    private Texts() {}

    /** Returns a short text; null, as if it were absent, for JSON null and for blanks. */
    static @Nullable String of(JsonParser parser, String element, Problems problems) throws IOException {
        return of(parser, element, USUAL, problems);
    }

    /**
     * Returns a text without control characters; null, as if it were absent, for JSON null and for blanks.
     *
     * @param longest the most characters it may have
     */
    static @Nullable String of(JsonParser parser, String element, int longest, Problems problems) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            problems.add(element, "needs to be a JSON string");
            parser.skipChildren();
            return null;
        }
        String sent = parser.getText();
        if (sent.length() > longest) {
            problems.add(element, "is longer than " + longest + " characters");
            return null;
        }
        return Plain.text(sent);
    }

    /** Returns whether an object or array begins here; false for JSON null, which counts as absent. */
    static boolean opens(JsonParser parser, JsonToken start, String element, String wanted, Problems problems)
            throws IOException {
        if (parser.currentToken() == start) {
            return true;
        }
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            problems.add(element, "needs to be " + wanted);
            parser.skipChildren();
        }
        return false;
    }
}
