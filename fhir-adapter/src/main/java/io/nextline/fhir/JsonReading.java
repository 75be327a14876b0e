package io.nextline.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.UnreadableRecordException;
import io.nextline.core.fhir.UnreadableRecordException.Reason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Walks through FHIR JSON token by token and hands one resource at a time to HAPI. */
final class JsonReading {

    private final JsonParser parser;
    private final Reading reading;
    private final HapiJson hapi;
    private final TreeReader trees;

    JsonReading(JsonParser parser, Reading reading, HapiJson hapi) {
        this.parser = parser;
        this.reading = reading;
        this.hapi = hapi;
        this.trees = new TreeReader(parser, reading.limits());
    }

    /** Reads everything: one value, or several one after the other. */
    void all() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new UnreadableRecordException(Reason.EMPTY);
        }
        for (; token != null; token = parser.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw new UnreadableRecordException(Reason.NOT_FHIR);
            }
            JsonResource single = new JsonObject(this, false).read();
            if (single != null) {
                keep(single, null);
                reading.coveredBy(single.type());
            }
        }
    }

    JsonParser parser() {
        return parser;
    }

    Reading reading() {
        return reading;
    }

    TreeReader trees() {
        return trees;
    }

    /** Has HAPI parse a resource and adds it to the record, or notes why it could not. */
    void keep(JsonResource resource, @Nullable String fullUrl) {
        try {
            reading.keep(hapi.parse(resource), resource, fullUrl);
        } catch (SetAside problem) {
            reading.note(problem, resource.type(), resource.id());
        }
    }

    /** Returns how many objects and arrays the parser is in; at the start of one, that one included. */
    int depth() {
        return parser.getParsingContext().getNestingDepth();
    }

    /** Goes to the end of the value inside which reading stopped: until the parser is in this many objects and arrays. */
    void unwind(int depth) throws IOException {
        while (depth() > depth) {
            if (parser.nextToken() == null) {
                throw new UnreadableRecordException(Reason.TRUNCATED);
            }
        }
    }

    /** Returns whether the value at hand is JSON null; sets the entry aside unless it is that or starts as expected. */
    boolean isNull(JsonToken expected, String element) {
        JsonToken token = parser.currentToken();
        if (token != expected && token != JsonToken.VALUE_NULL) {
            throw new SetAside(ReadIssue.Kind.WRONG_SHAPE, element);
        }
        return token == JsonToken.VALUE_NULL;
    }

    /** Returns the text at hand; null for JSON null and the empty text. */
    @Nullable String text(String element) throws IOException {
        if (isNull(JsonToken.VALUE_STRING, element)) {
            return null;
        }
        String text = trees.text();
        return text.isEmpty() ? null : text;
    }
}
