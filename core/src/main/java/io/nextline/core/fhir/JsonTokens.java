package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.nextline.core.fhir.UnreadableRecordException.Reason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A stream of JSON tokens with one of them at hand. The value of a field is at hand together with its name. */
interface JsonTokens {

    /** Returns the tokens of this parser, from where it stands. */
    static JsonTokens of(JsonParser parser) {
        return parser instanceof JsonTokens tokens ? tokens : new JacksonTokens(parser);
    }

    /** Returns the token at hand; null before the first and after the last. */
    @Nullable JsonToken currentToken();

    /** Goes to the value of the next field of the object at hand and returns the field's name; null at the object's end. */
    @Nullable String nextMember() throws IOException;

    /** Goes to the next element of the array at hand; false at the array's end. */
    boolean nextElement() throws IOException;

    /** Goes to the end of the object or array that begins at hand; other values have their end there. */
    void passOver() throws IOException;

    /** Goes to the end of whatever lies deeper than this. */
    void rise(int to) throws IOException;

    /** Returns how many objects and arrays are open. */
    int depth();

    /** Returns where the token at hand lies. */
    JsonStreamContext getParsingContext();

    /** Returns whether the bytes of the text or number at hand can be had, and are its characters one by one. */
    boolean isPlain();

    /** Returns the bytes among which those of a plain text or number are. */
    byte[] bytes();

    /** Returns where those of a plain text or number begin. */
    int start();

    /** Returns how many they are. */
    int length();

    /** Returns the characters of the text or number at hand. */
    String text() throws IOException;

    /** Returns the exception that ends the reading here. */
    UnreadableRecordException unreadable(Reason reason);
}
