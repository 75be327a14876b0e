package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.io.ContentReference;
import io.nextline.core.fhir.UnreadableRecordException.Reason;
import java.nio.charset.StandardCharsets;

/**
 * The words of JSON that lies in memory as UTF-8: texts, numbers, literals, and the white space between them. A text stays in
 * the bytes until somebody asks for it. Not thread-safe.
 */
final class Utf8Lexer {

    private static final byte[] NONE = new byte[0];

    private byte[] in;
    private int end;
    private final int longestNumber;
    private int at;
    private int start;
    private int length;
    private boolean plain;

    Utf8Lexer(byte[] buffer, int length, int longestNumber) {
        this.in = buffer;
        this.end = length;
        this.longestNumber = longestNumber;
        boolean marked = end >= 3 && in[0] == (byte) 0xEF && in[1] == (byte) 0xBB && in[2] == (byte) 0xBF;
        this.at = marked ? 3 : 0;
    }

    byte[] bytes() {
        return in;
    }

    /** Never looks at the buffer again, which may then serve another: from now on there is nothing to read. */
    void letGo() {
        in = NONE;
        end = 0;
        at = 0;
        start = 0;
        length = 0;
    }

    /** Returns where the last text, without its quotes, or the last number begins. */
    int start() {
        return start;
    }

    /** Returns how many bytes it has. */
    int length() {
        return length;
    }

    /** Returns whether it is ASCII without escapes, so that its bytes are its characters. */
    boolean isPlain() {
        return plain;
    }

    /** Returns its characters. */
    String text() {
        return plain ? new String(in, start, length, StandardCharsets.ISO_8859_1) : Utf8.decode(in, start, length);
    }

    /** Passes over white space; true if that was all. */
    boolean isAtEnd() {
        while (at < end && isWhite(in[at])) {
            at++;
        }
        return at == end;
    }

    /** Passes over white space and returns the byte that follows it. */
    int significant() {
        while (at < end) {
            byte next = in[at];
            if (next > ' ' || !isWhite(next)) {
                return next;
            }
            at++;
        }
        throw unreadable(Reason.TRUNCATED);
    }

    private static boolean isWhite(byte value) {
        return value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }

    /** Passes over one byte. */
    void advance() {
        at++;
    }

    /** Passes over one byte, which has to be this one. */
    void expect(int next, char expected) {
        if (next != expected) {
            throw unreadable(Reason.MALFORMED);
        }
        at++;
    }

    /** Checks that the next value, if any, is set apart by white space. */
    void expectEndOfWord() {
        if (at < end && !isWhite(in[at])) {
            throw unreadable(Reason.MALFORMED);
        }
    }

    /** Reads a text from behind its opening quote. */
    void readText() {
        int from = at;
        int to = Utf8.firstSpecial(in, from, end);
        boolean ascii = true;
        while (to < end && in[to] != '"') {
            ascii = false;
            to = Utf8.behindSpecial(in, to, end);
            if (to < 0) {
                throw unreadable(Reason.MALFORMED);
            }
            to = Utf8.firstSpecial(in, to, end);
        }
        if (to >= end) {
            throw unreadable(Reason.TRUNCATED);
        }
        start = from;
        length = to - from;
        plain = ascii;
        at = to + 1;
    }

    /** Reads a word without quotes. */
    void readLiteral(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= end) {
                throw unreadable(Reason.TRUNCATED);
            }
            if (in[at + i] != word.charAt(i)) {
                throw unreadable(Reason.MALFORMED);
            }
        }
        at += word.length();
    }

    /** Reads a number and returns whether it has a fraction or an exponent. */
    boolean readNumber() {
        start = at;
        if (in[at] == '-') {
            at++;
        }
        boolean zero = at < end && in[at] == '0';
        int digits = digits();
        if (zero && digits > 1) {
            throw unreadable(Reason.MALFORMED);
        }
        boolean fraction = at < end && in[at] == '.';
        if (fraction) {
            at++;
            digits += digits();
        }
        boolean exponent = at < end && (in[at] | 0x20) == 'e';
        if (exponent) {
            at++;
            if (at < end && (in[at] == '+' || in[at] == '-')) {
                at++;
            }
            digits += digits();
        }
        if (digits > longestNumber) {
            throw unreadable(Reason.NUMBER_TOO_LONG);
        }
        length = at - start;
        plain = true;
        return fraction || exponent;
    }

    private int digits() {
        int from = at;
        while (at < end && in[at] >= '0' && in[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw unreadable(at == end ? Reason.TRUNCATED : Reason.MALFORMED);
        }
        return at - from;
    }

    UnreadableRecordException unreadable(Reason reason) {
        return new UnreadableRecordException(reason, locate(at));
    }

    /** Returns the place that is read next. */
    JsonLocation location() {
        return locate(at);
    }

    /** Returns the place where the last text or number begins. */
    JsonLocation startLocation() {
        return locate(start);
    }

    private JsonLocation locate(int place) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < Math.min(place, end); i++) {
            if (in[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new JsonLocation(ContentReference.unknown(), place, -1L, line, place - lineStart + 1);
    }
}
