package io.nextline.core.fhir;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The bytes of a JSON text in UTF-8: looked at eight at a time where they are ASCII, checked one by one where not. */
final class Utf8 {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long QUOTES = '"' * EACH;
    private static final long BACKSLASHES = '\\' * EACH;
    private static final long SPACES = ' ' * EACH;

    private Utf8() {}

    /**
     * Returns the place of the first byte that a text does not simply contain: the closing quote, a backslash, a control
     * character or a byte that is not ASCII; {@code end} if there is none.
     */
    static int firstSpecial(byte[] in, int from, int end) {
        int at = from;
        while (at + Long.BYTES <= end) {
            long word = (long) WORDS.get(in, at);
            // A borrow can only reach bytes above a hit, and the lowest hit is what counts.
            long quote = word ^ QUOTES;
            long backslash = word ^ BACKSLASHES;
            long hits = ((quote - EACH) & ~quote) | ((backslash - EACH) & ~backslash) | (word - SPACES) | word;
            hits &= HIGH_BITS;
            if (hits != 0) {
                return at + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
            at += Long.BYTES;
        }
        while (at < end && in[at] >= ' ' && in[at] != '"' && in[at] != '\\') {
            at++;
        }
        return at;
    }

    /** Returns up to eight bytes from this place on as one number, the missing ones as zero. */
    static long word(byte[] in, int at, int length) {
        if (length >= Long.BYTES) {
            return (long) WORDS.get(in, at);
        }
        if (at + Long.BYTES <= in.length) {
            return (long) WORDS.get(in, at) & ((1L << (length << 3)) - 1);
        }
        long word = 0;
        for (int i = length - 1; i >= 0; i--) {
            word = (word << 8) | (in[at + i] & 0xFF);
        }
        return word;
    }

    /** Returns the last eight bytes of this stretch as one number; zero for a stretch of eight bytes or fewer. */
    static long lastWord(byte[] in, int at, int length) {
        return length <= Long.BYTES ? 0 : (long) WORDS.get(in, at + length - Long.BYTES);
    }

    /** Returns a copy of these bytes for {@link #isSame}. */
    static byte[] copy(byte[] in, int at, int length) {
        byte[] copy = new byte[Math.max(length, Long.BYTES)];
        System.arraycopy(in, at, copy, 0, length);
        return copy;
    }

    /** Returns whether these bytes, the first word of which is known, are those of a copy of the same length. */
    static boolean isSame(byte[] copy, byte[] in, int at, int length, long first) {
        if ((long) WORDS.get(copy, 0) != first) {
            return false;
        }
        int last = length - Long.BYTES;
        for (int i = Long.BYTES; i < last; i += Long.BYTES) {
            if ((long) WORDS.get(copy, i) != (long) WORDS.get(in, at + i)) {
                return false;
            }
        }
        return last <= 0 || (long) WORDS.get(copy, last) == (long) WORDS.get(in, at + last);
    }

    /** Returns a number that differs between most stretches of bytes. */
    static int hash(long first, long last, int length) {
        long mixed = (first ^ Long.rotateLeft(last, 29) ^ length) * 0x9E3779B97F4A7C15L;
        return (int) (mixed ^ (mixed >>> 32));
    }

    /**
     * Checks the escape or the character of several bytes that begins here.
     *
     * @return the place behind it, or -1 if it is none
     */
    static int behindSpecial(byte[] in, int at, int end) {
        int lead = in[at];
        if (lead == '\\') {
            return behindEscape(in, at + 1, end);
        }
        int count = lead >= 0 ? 0 : Integer.numberOfLeadingZeros(~lead << 24);
        if (count < 2 || count > 4 || at + count > end) {
            return -1;
        }
        int character = lead & (0x7F >> count);
        for (int i = 1; i < count; i++) {
            if ((in[at + i] & 0xC0) != 0x80) {
                return -1;
            }
            character = (character << 6) | (in[at + i] & 0x3F);
        }
        return isWrittenShortest(character, count) ? at + count : -1;
    }

    private static boolean isWrittenShortest(int character, int count) {
        return switch (count) {
            case 2 -> character >= 0x80;
            case 3 -> character >= 0x800 && (character < 0xD800 || character > 0xDFFF);
            default -> character >= 0x10000 && character <= Character.MAX_CODE_POINT;
        };
    }

    private static int behindEscape(byte[] in, int at, int end) {
        if (at >= end) {
            return -1;
        }
        if (in[at] != 'u') {
            return "\"\\/bfnrt".indexOf(in[at]) < 0 ? -1 : at + 1;
        }
        if (at + 5 > end) {
            return -1;
        }
        for (int i = at + 1; i < at + 5; i++) {
            if (Character.digit((char) (in[i] & 0xFF), 16) < 0) {
                return -1;
            }
        }
        return at + 5;
    }

    /** Returns the text of checked bytes. */
    static String decode(byte[] in, int at, int length) {
        String raw = new String(in, at, length, StandardCharsets.UTF_8);
        int escape = raw.indexOf('\\');
        if (escape < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder(raw.length());
        int from = 0;
        while (escape >= 0) {
            text.append(raw, from, escape);
            char kind = raw.charAt(escape + 1);
            text.append(kind == 'u' ? unicode(raw, escape + 2) : unescaped(kind));
            from = escape + (kind == 'u' ? 6 : 2);
            escape = raw.indexOf('\\', from);
        }
        return text.append(raw, from, raw.length()).toString();
    }

    private static char unicode(String raw, int from) {
        return (char) Integer.parseInt(raw, from, from + 4, 16);
    }

    private static char unescaped(char kind) {
        return switch (kind) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> kind;
        };
    }
}
