package io.nextline.core.fhir;

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
    private JsonTokens tokens;
    private int base;

    JsonCursor(JsonTokens tokens, ReadLimits limits, SharedValues shared) {
        this.tokens = tokens;
        this.limits = limits;
        this.shared = shared;
    }

    final JsonTokens tokens() {
        return tokens;
    }

    final ReadLimits limits() {
        return limits;
    }

    final SharedValues shared() {
        return shared;
    }

    final boolean at(JsonToken token) {
        return tokens.currentToken() == token;
    }

    /** Goes to the value of the next field of the object at hand and returns the field's name; null at the object's end. */
    final @Nullable String nextField() throws IOException {
        return tokens.nextMember();
    }

    /** Goes to the next element of the array at hand; false at the array's end. */
    final boolean nextElement() throws IOException {
        return tokens.nextElement();
    }

    /** Passes over the value at hand without holding any of it. */
    final void skip() throws IOException {
        tokens.passOver();
    }

    /** Makes the object at hand the one that element paths are told from, and returns the former, for {@link #exit}. */
    final int enter() {
        int outer = base;
        base = tokens.depth();
        return outer;
    }

    /** Goes to the end of the entered object from wherever inside it, and makes the outer one current again. */
    final void exit(int outer) throws IOException {
        tokens.rise(base - 1);
        base = outer;
    }

    /** Goes to the end of the field value, of the entered object, inside which reading stopped. */
    final void unwind() throws IOException {
        tokens.rise(base);
    }

    /** Goes over to other tokens, those of one object, and returns the former, for {@link #resume}. */
    final Suspended suspend(JsonTokens other) {
        Suspended suspended = new Suspended(tokens, base);
        tokens = other;
        base = 1;
        return suspended;
    }

    /** Goes back to where {@link #suspend} was called. */
    final void resume(Suspended suspended) {
        tokens = suspended.tokens;
        base = suspended.base;
    }

    /** A place in another stream of tokens. */
    record Suspended(JsonTokens tokens, int base) {}

    /** Returns the exception that sets the current entry aside. */
    final SetAside setAside(ReadIssue.Kind kind) {
        return new SetAside(kind, path());
    }

    /** Notes that the date at hand is none. */
    final void badDate() {
        badDates.add(path());
    }

    final boolean hasBadDates() {
        return !badDates.isEmpty();
    }

    /** Returns the paths of the dates that were none since the last call. */
    final List<String> takeBadDates() {
        List<String> taken = List.copyOf(badDates);
        badDates.clear();
        return taken;
    }

    // Only names that a reader knows lie on the way: what it does not know it skips, and nothing is set aside there.
    private String path() {
        Deque<String> names = new ArrayDeque<>();
        JsonStreamContext context = tokens.getParsingContext();
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
        JsonToken token = tokens.currentToken();
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
        if (!tokens.isPlain()) {
            String text = ownText(null);
            return text == null ? null : shared.text(text);
        }
        int length = checked(tokens.length());
        return length == 0 ? null : shared.text(tokens.bytes(), tokens.start(), length);
    }

    /** Reads a text that is unlikely to come again; the empty text counts as none. */
    final @Nullable String ownText(@Nullable String earlier) throws IOException {
        if (isAbsent(JsonToken.VALUE_STRING, earlier)) {
            return earlier;
        }
        String text = wholeText();
        return text.isEmpty() ? null : text;
    }

    /** Returns the text at hand, be it empty. */
    final String wholeText() throws IOException {
        if (tokens.isPlain()) {
            checked(tokens.length());
        }
        String text = tokens.text();
        checked(text.length());
        return text;
    }

    /** Returns the length of a text that is going to be read. */
    final int checked(int length) {
        if (length > limits.maxTextLength()) {
            throw tokens.unreadable(Reason.TEXT_TOO_LONG);
        }
        return length;
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
        BigDecimal number = tokens.isPlain()
                ? Numbers.decimal(tokens.bytes(), tokens.start(), tokens.length(), limits)
                : Numbers.decimal(tokens.text(), limits);
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
