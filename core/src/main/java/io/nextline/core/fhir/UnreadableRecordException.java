package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The input as a whole cannot be read: it is no JSON, ends early, is no FHIR, or goes over a limit. The message says what to
 * do about it and never repeats any part of the input; for the same reason it has no cause.
 */
public final class UnreadableRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why the input cannot be read. */
    public enum Reason {
        /** There is nothing but white space. */
        EMPTY("the input is empty; send a FHIR resource or Bundle as JSON"),
        /** It is XML. */
        XML("the input is XML; convert it to FHIR JSON, or read it through the HAPI adapter"),
        /** It is XML, but not well-formed, where XML is read. */
        XML_MALFORMED("the input is not well-formed XML; correct it, or send FHIR JSON"),
        /** It is XML that declares a document type or uses an entity. */
        XML_DOCTYPE("the XML declares a document type or uses an entity; send FHIR XML without them"),
        /** It is not UTF-8. */
        NOT_UTF8("the input is not UTF-8; save or send it as UTF-8"),
        /** It is not JSON. */
        MALFORMED("the input is not well-formed JSON; correct it at the place named"),
        /** An object has two fields of one name, where a whole body is judged before somebody else parses it. */
        DUPLICATE_NAME("an object has two fields of the same name; send each field once"),
        /** It stops in the middle. */
        TRUNCATED("the JSON ends before it is complete; send the whole of it"),
        /** It is JSON but no FHIR. */
        NOT_FHIR("the JSON is no FHIR resource; send an object that has a resourceType"),
        /** Too many bytes. */
        TOO_LARGE("the input is larger than the limit; send fewer resources"),
        /** Too many objects and arrays within one another. */
        TOO_DEEP("objects and arrays are nested deeper than the limit; send plain FHIR resources"),
        /** A text is too long. */
        TEXT_TOO_LONG("a text is longer than the limit; shorten it or leave it out"),
        /** A field name is too long. */
        NAME_TOO_LONG("a field name is longer than the limit; use FHIR's own names"),
        /** A number has too many characters to go on reading. */
        NUMBER_TOO_LONG("a number is longer than the limit; send measured values as they were measured"),
        /** Too many tokens. */
        TOO_MANY_TOKENS("the JSON has more parts than the limit; send fewer resources"),
        /** Too many entries. */
        TOO_MANY_ENTRIES("there are more entries than the limit; send fewer resources");

        private final String message;

        Reason(String message) {
            this.message = message;
        }
    }

    private final Reason reason;
    private final int line;
    private final int column;

    /**
     * Makes one without a place.
     *
     * @param reason why the input cannot be read
     */
    public UnreadableRecordException(Reason reason) {
        this(reason, null);
    }

    /** Makes one at a place. */
    UnreadableRecordException(Reason reason, @Nullable JsonLocation place) {
        super(message(reason, place));
        this.reason = reason;
        this.line = place == null ? -1 : place.getLineNr();
        this.column = place == null ? -1 : place.getColumnNr();
    }

    /**
     * Translates what a JSON parser threw on unreadable input, so that nothing of its message (which repeats input) is passed on.
     *
     * @param problem the parser's exception
     * @return the exception to throw in its place
     * @throws IOException the given one, if it speaks of the stream and not of the JSON
     */
    public static UnreadableRecordException of(IOException problem) throws IOException {
        if (problem instanceof JsonProcessingException json) {
            return new UnreadableRecordException(reasonOf(json), json.getLocation());
        }
        if (problem instanceof CharConversionException) {
            return new UnreadableRecordException(Reason.NOT_UTF8);
        }
        throw problem;
    }

    private static Reason reasonOf(JsonProcessingException problem) {
        if (problem instanceof StreamConstraintsException) {
            return limitOf(problem.getOriginalMessage());
        }
        return problem instanceof JsonEOFException ? Reason.TRUNCATED : Reason.MALFORMED;
    }

    // Jackson tells its limits apart only by the name of the setting in the message.
    private static Reason limitOf(String jacksonMessage) {
        if (jacksonMessage.contains("NestingDepth")) {
            return Reason.TOO_DEEP;
        }
        if (jacksonMessage.contains("StringLength")) {
            return Reason.TEXT_TOO_LONG;
        }
        if (jacksonMessage.contains("NameLength")) {
            return Reason.NAME_TOO_LONG;
        }
        if (jacksonMessage.contains("TokenCount")) {
            return Reason.TOO_MANY_TOKENS;
        }
        if (jacksonMessage.contains("DocumentLength")) {
            return Reason.TOO_LARGE;
        }
        // What is left, names made to collide, has no setting.
        return jacksonMessage.contains("NumberLength") ? Reason.NUMBER_TOO_LONG : Reason.TOO_MANY_TOKENS;
    }

    private static String message(Reason reason, @Nullable JsonLocation place) {
        return place == null || place.getLineNr() < 1
                ? reason.message
                : reason.message + " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }

    /** Returns why the input cannot be read. */
    public Reason reason() {
        return reason;
    }

    /** Returns the line, counted from 1; -1 where it is not known. */
    public int line() {
        return line;
    }

    /** Returns the column, counted from 1; -1 where it is not known. */
    public int column() {
        return column;
    }
}
