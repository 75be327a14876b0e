package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.base.ParserMinimalBase;
import io.nextline.core.fhir.UnreadableRecordException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of JSON that lies in memory as UTF-8, strictly as RFC 8259 has it and within {@link ReadLimits}. What breaks either
 * throws {@link UnreadableRecordException}. Not thread-safe.
 */
abstract class Utf8Tokens extends ParserMinimalBase implements JsonTokens {

    private final Utf8Lexer lexer;
    private final ReadLimits limits;
    private final boolean[] objects;
    private final @Nullable String[] names;
    private int depth;
    private boolean entered;
    private boolean named;
    private long tokensLeft;

    Utf8Tokens(byte[] buffer, int length, ReadLimits limits) {
        super(StreamReadConstraints.defaults());
        this.lexer = new Utf8Lexer(buffer, length, JsonInput.longestNumber(limits));
        this.limits = limits;
        this.tokensLeft = limits.maxTokens();
        this.objects = new boolean[limits.maxDepth() + 1];
        this.names = new String[limits.maxDepth() + 1];
    }

    final Utf8Lexer lexer() {
        return lexer;
    }

    final ReadLimits limits() {
        return limits;
    }

    @Override
    public final @Nullable JsonToken nextToken() {
        // One call of value(), since the compiler would put another into its place once more.
        if (!named) {
            if (depth == 0) {
                root();
                return _currToken;
            }
            boolean object = objects[depth];
            if (!more(object ? '}' : ']')) {
                return _currToken;
            }
            if (object) {
                name();
                named = true;
                _currToken = JsonToken.FIELD_NAME;
                return _currToken;
            }
        }
        named = false;
        value();
        return _currToken;
    }

    @Override
    public final @Nullable String nextMember() {
        if (!more('}')) {
            return null;
        }
        String name = name();
        value();
        return name;
    }

    @Override
    public final boolean nextElement() {
        if (!more(']')) {
            return false;
        }
        value();
        return true;
    }

    @Override
    public final void rise(int to) {
        if (named) {
            nextToken();
        }
        while (depth > to) {
            if (!objects[depth]) {
                nextElement();
            } else if (more('}')) {
                passName();
                value();
            }
        }
    }

    @Override
    public final Utf8Tokens skipChildren() {
        if (_currToken == JsonToken.START_OBJECT || _currToken == JsonToken.START_ARRAY) {
            rise(depth - 1);
        }
        return this;
    }

    @Override
    public final void passOver() {
        skipChildren();
    }

    @Override
    public final int depth() {
        return depth;
    }

    final boolean isObjectAt(int level) {
        return objects[level];
    }

    /** Returns the name of the field at hand in the object at this depth; null before its first field and in an array. */
    final @Nullable String nameAt(int level) {
        return names[level];
    }

    @Override
    public final boolean isPlain() {
        return lexer.isPlain();
    }

    @Override
    public final byte[] bytes() {
        return lexer.bytes();
    }

    @Override
    public final int start() {
        return lexer.start();
    }

    @Override
    public final int length() {
        return lexer.length();
    }

    @Override
    public final String text() {
        String word = _currToken.asString();
        return word == null ? lexer.text() : word;
    }

    @Override
    public final UnreadableRecordException unreadable(Reason reason) {
        return lexer.unreadable(reason);
    }

    private void root() {
        if (lexer.isAtEnd()) {
            _currToken = null;
        } else {
            count(1);
            value();
            if (_currToken.isNumeric()) {
                lexer.expectEndOfWord();
            }
        }
    }

    private boolean more(char close) {
        int next = lexer.significant();
        if (next == close) {
            count(1);
            lexer.advance();
            depth--;
            entered = false;
            _currToken = close == '}' ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
            return false;
        }
        count(close == '}' ? 2 : 1);
        if (!entered) {
            lexer.expect(next, ',');
        }
        entered = false;
        return true;
    }

    private String name() {
        readName();
        String name = FieldNames.of(lexer);
        names[depth] = name;
        expectValue();
        return name;
    }

    private void passName() {
        readName();
        expectValue();
    }

    private void readName() {
        lexer.expect(lexer.significant(), '"');
        lexer.readText();
        int longest = limits.maxNameLength();
        if (lexer.length() > longest && (lexer.isPlain() || lexer.text().length() > longest)) {
            throw lexer.unreadable(Reason.NAME_TOO_LONG);
        }
    }

    private void expectValue() {
        lexer.expect(lexer.significant(), ':');
    }

    private void value() {
        int next = lexer.significant();
        switch (next) {
            case '"' -> {
                lexer.advance();
                lexer.readText();
                _currToken = JsonToken.VALUE_STRING;
            }
            case '{' -> enter(true);
            case '[' -> enter(false);
            case 't' -> literal("true", JsonToken.VALUE_TRUE);
            case 'f' -> literal("false", JsonToken.VALUE_FALSE);
            case 'n' -> literal("null", JsonToken.VALUE_NULL);
            default -> _currToken = lexer.readNumber() ? JsonToken.VALUE_NUMBER_FLOAT : JsonToken.VALUE_NUMBER_INT;
        }
    }

    private void enter(boolean object) {
        lexer.advance();
        if (depth == limits.maxDepth()) {
            throw lexer.unreadable(Reason.TOO_DEEP);
        }
        depth++;
        objects[depth] = object;
        names[depth] = null;
        entered = true;
        _currToken = object ? JsonToken.START_OBJECT : JsonToken.START_ARRAY;
    }

    private void literal(String word, JsonToken token) {
        lexer.readLiteral(word);
        _currToken = token;
    }

    // A field counts twice: for its name and for its value.
    private void count(int more) {
        tokensLeft -= more;
        if (tokensLeft < 0) {
            throw lexer.unreadable(Reason.TOO_MANY_TOKENS);
        }
    }
}
