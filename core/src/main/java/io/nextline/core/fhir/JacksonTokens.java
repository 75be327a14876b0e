package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.nextline.core.fhir.UnreadableRecordException.Reason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The tokens of any Jackson parser, for input that is a stream. */
final class JacksonTokens implements JsonTokens {

    private static final byte[] NONE = new byte[0];

    private final JsonParser parser;

    JacksonTokens(JsonParser parser) {
        this.parser = parser;
    }

    @Override
    public @Nullable JsonToken currentToken() {
        return parser.currentToken();
    }

    @Override
    public @Nullable String nextMember() throws IOException {
        String name = parser.nextFieldName();
        if (name != null) {
            next();
        }
        return name;
    }

    @Override
    public boolean nextElement() throws IOException {
        return next() != JsonToken.END_ARRAY;
    }

    @Override
    public void passOver() throws IOException {
        parser.skipChildren();
    }

    @Override
    public void rise(int to) throws IOException {
        while (depth() > to) {
            next();
        }
    }

    private JsonToken next() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw unreadable(Reason.TRUNCATED);
        }
        return token;
    }

    @Override
    public int depth() {
        return getParsingContext().getNestingDepth();
    }

    @Override
    public JsonStreamContext getParsingContext() {
        return parser.getParsingContext();
    }

    @Override
    public boolean isPlain() {
        return false;
    }

    @Override
    public byte[] bytes() {
        return NONE;
    }

    @Override
    public int start() {
        return 0;
    }

    @Override
    public int length() {
        return 0;
    }

    @Override
    public String text() throws IOException {
        return parser.getText();
    }

    @Override
    public UnreadableRecordException unreadable(Reason reason) {
        return new UnreadableRecordException(reason, parser.currentTokenLocation());
    }
}
