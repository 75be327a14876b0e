package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.nextline.core.fhir.UnreadableRecordException.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a stream of JSON tokens, with the checks that every value read goes through.
 *
 * <p>A method that reads a value starts with the value's first token current and ends with its last token current. It takes
 * what was read before under the same element: JSON {@code null} leaves that as it is, and a second value sets the entry
 * aside, because parsers differ in which of two equal fields they believe. A value of the wrong JSON type sets the entry aside
 * too. Not thread-safe.
 */
class JsonCursor {

    private final ReadLimits limits;
    private final SharedValues shared;
    private final List<String> badDates = new ArrayList<>(0);
    private JsonParser parser;
    private int base;

    JsonCursor(JsonParser parser, ReadLimits limits, SharedValues shared) {
        this.parser = parser;
        this.limits = limits;
        this.shared = shared;
    }

    final JsonParser parser() {
        return parser;
    }

    final ReadLimits limits() {
        return limits;
    }

    final SharedValues shared() {
        return shared;
    }

    final boolean at(JsonToken token) {
        return parser.currentToken() == token;
    }

    /** Goes to the value of the next field of the object at hand and returns the field's name; null at the object's end. */
    final @Nullable String nextField() throws IOException {
        String name = parser.nextFieldName();
        if (name != null) {
            parser.nextToken();
        }
        return name;
    }

    /** Goes to the next element of the array at hand; false at the array's end. */
    final boolean nextElement() throws IOException {
        return next() != JsonToken.END_ARRAY;
    }

    /** Passes over the value at hand without holding any of it. */
    final void skip() throws IOException {
        parser.skipChildren();
    }

    /** Makes the object at hand the one that element paths are told from, and returns the former, for {@link #exit}. */
    final int enter() {
        int outer = base;
        base = parser.getParsingContext().getNestingDepth();
        return outer;
    }

    /** Goes to the end of the entered object from wherever inside it, and makes the outer one current again. */
    final void exit(int outer) throws IOException {
        rise(base - 1);
        base = outer;
    }

    /** Goes to the end of the field value, of the entered object, inside which reading stopped. */
    final void unwind() throws IOException {
        rise(base);
    }

    private void rise(int depth) throws IOException {
        while (parser.getParsingContext().getNestingDepth() > depth) {
            next();
        }
    }

    private JsonToken next() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new UnreadableRecordException(Reason.TRUNCATED, parser.currentLocation());
        }
        return token;
    }

    /** Goes over to another parser, the tokens of one object, and returns the former, for {@link #resume}. */
    final Suspended suspend(JsonParser other) {
        Suspended suspended = new Suspended(parser, base);
        parser = other;
        base = 1;
        return suspended;
    }

    /** Goes back to where {@link #suspend} was called. */
    final void resume(Suspended suspended) {
        parser = suspended.parser;
        base = suspended.base;
    }

    /** A place in another stream of tokens. */
    record Suspended(JsonParser parser, int base) {}

    /** Returns the exception that sets the current entry aside. */
    final SetAside setAside(ReadIssue.Kind kind) {
        return new SetAside(kind, path());
    }

    /** Notes that the date at hand is none. */
    final void badDate() {
        badDates.add(path());
    }

    /** Returns the paths of the dates that were none since the last call. */
    final List<String> takeBadDates() {
        if (badDates.isEmpty()) {
            return List.of();
        }
        List<String> taken = List.copyOf(badDates);
        badDates.clear();
        return taken;
    }

    // Only names that a reader knows lie on the way: what it does not know it skips, and nothing is set aside there.
    private String path() {
        Deque<String> names = new ArrayDeque<>();
        JsonStreamContext context = parser.getParsingContext();
        while (context != null && context.getNestingDepth() >= base) {
            if (context.inObject() && context.getCurrentName() != null) {
                names.addFirst(context.getCurrentName());
            }
            context = context.getParent();
        }
        return String.join(".", names);
    }

    /** Returns whether there is nothing to read; sets the entry aside unless a first value of this shape is at hand. */
    final boolean isAbsent(JsonToken shape, @Nullable Object earlier) {
        JsonToken token = parser.currentToken();
        if (token == shape) {
            if (earlier != null) {
                throw setAside(ReadIssue.Kind.DUPLICATE_FIELD);
            }
            return false;
        }
        if (token == JsonToken.VALUE_NULL) {
            return true;
        }
        throw setAside(ReadIssue.Kind.WRONG_SHAPE);
    }

    /** Reads a text that is likely to come again; the empty text counts as none. */
    final @Nullable String text(@Nullable String earlier) throws IOException {
        if (isAbsent(JsonToken.VALUE_STRING, earlier)) {
            return earlier;
        }
        int length = textLength();
        return length == 0 ? null : shared.text(parser.getTextCharacters(), parser.getTextOffset(), length);
    }

    // Jackson looks at the limit only when a text outgrows its first buffer.
    final int textLength() throws IOException {
        int length = parser.getTextLength();
        if (length > limits.maxTextLength()) {
            throw new UnreadableRecordException(Reason.TEXT_TOO_LONG, parser.currentTokenLocation());
        }
        return length;
    }

    /** Reads a text that is unlikely to come again; the empty text counts as none. */
    final @Nullable String ownText(@Nullable String earlier) throws IOException {
        if (isAbsent(JsonToken.VALUE_STRING, earlier)) {
            return earlier;
        }
        return textLength() == 0 ? null : parser.getText();
    }

    /** Reads a boolean. */
    final @Nullable Boolean flag(@Nullable Boolean earlier) {
        return at(JsonToken.VALUE_TRUE)
                ? Boolean.valueOf(!isAbsent(JsonToken.VALUE_TRUE, earlier))
                : isAbsent(JsonToken.VALUE_FALSE, earlier) ? earlier : Boolean.FALSE;
    }

    /** Reads a decimal as FHIR means it: with its written precision, and never with digits that are not there. */
    final @Nullable BigDecimal decimal(@Nullable BigDecimal earlier) throws IOException {
        JsonToken shape = at(JsonToken.VALUE_NUMBER_INT) ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_NUMBER_FLOAT;
        if (isAbsent(shape, earlier)) {
            return earlier;
        }
        BigDecimal number =
                Numbers.decimal(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength(), limits);
        if (number == null) {
            throw setAside(ReadIssue.Kind.BAD_NUMBER);
        }
        return number;
    }

    /** Reads an integer. */
    final @Nullable Integer whole(@Nullable Integer earlier) throws IOException {
        BigDecimal number = decimal(earlier == null ? null : BigDecimal.ZERO);
        if (number == null || earlier != null) {
            return earlier;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException notAnInteger) {
            throw setAside(ReadIssue.Kind.BAD_NUMBER);
        }
    }
}
