package io.nextline.cdshooks.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object of a request, one after the other. A field that stands twice is refused: parsers differ in
 * which of the two they believe, and a request must not mean two things.
 */
public final class RequestFields {

    private static final int MOST = 256;

    private final JsonParser parser;
    private final String where;
    private final Set<String> seen = new HashSet<>();

    /**
     * Starts at the object that the parser stands at.
     *
     * @param where how messages call the object
     */
    public RequestFields(JsonParser parser, String where) {
        this.parser = parser;
        this.where = where;
    }

    /**
     * Goes to the value of the next field and returns its name; null at the object's end.
     *
     * @throws MalformedRequestException if the field stands twice, or there are too many
     * @throws IOException if the JSON cannot be read on
     */
    public @Nullable String next() throws IOException {
        String name = parser.nextFieldName();
        if (name == null) {
            return null;
        }
        if (!seen.add(name)) {
            throw new MalformedRequestException("a field stands twice in " + where + "; send each field once");
        }
        if (seen.size() > MOST) {
            throw new MalformedRequestException("there are more than " + MOST + " fields in " + where);
        }
        parser.nextToken();
        return name;
    }

    /** Returns the text at hand, or null for JSON null; refuses any other type. */
    static @Nullable String text(JsonParser parser, String field) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new MalformedRequestException(field + " needs to be a JSON string");
        }
        return parser.getText();
    }

    /** Returns the text at hand; null, with the value passed over, where it is no text. */
    static @Nullable String textOrSkip(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        parser.skipChildren();
        return null;
    }
}
