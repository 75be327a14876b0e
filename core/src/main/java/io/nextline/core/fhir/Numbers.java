package io.nextline.core.fhir;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * JSON numbers as decimals, judged as text first: seven characters such as {@code 1e99999} can stand for a number that fills
 * the memory once its digits are written out.
 */
final class Numbers {

    private static final int DIGITS_OF_A_LONG = 18;

    private Numbers() {}

    /** Returns the number that this text spells, never in exponent form; null if it goes over the limits. */
    static @Nullable BigDecimal decimal(String text, ReadLimits limits) {
        return decimal(text.getBytes(StandardCharsets.ISO_8859_1), 0, text.length(), limits);
    }

    /** Returns the number that these ASCII bytes spell, never in exponent form; null if it goes over the limits. */
    static @Nullable BigDecimal decimal(byte[] in, int offset, int length, ReadLimits limits) {
        if (length > limits.maxNumberLength()) {
            return null;
        }
        int exponentAt = exponentAt(in, offset, length);
        if (exponentAt < 0) {
            return length <= DIGITS_OF_A_LONG ? small(in, offset, length) : decimal(in, offset, length);
        }
        if (isTooLarge(in, exponentAt + 1, offset + length, limits.maxExponent())) {
            return null;
        }
        BigDecimal number = decimal(in, offset, length);
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static BigDecimal decimal(byte[] in, int offset, int length) {
        return new BigDecimal(new String(in, offset, length, StandardCharsets.ISO_8859_1));
    }

    private static int exponentAt(byte[] in, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if ((in[i] | 0x20) == 'e') {
                return i;
            }
        }
        return -1;
    }

    private static boolean isTooLarge(byte[] in, int from, int end, int largest) {
        long exponent = 0;
        for (int i = from; i < end; i++) {
            if (in[i] >= '0' && in[i] <= '9') {
                exponent = exponent * 10 + (in[i] - '0');
                if (exponent > largest) {
                    return true;
                }
            }
        }
        return false;
    }

    // At most 18 characters: the digits fit a long.
    private static BigDecimal small(byte[] in, int offset, int length) {
        long digits = 0;
        int point = offset + length - 1;
        for (int i = offset; i < offset + length; i++) {
            byte c = in[i];
            if (c == '.') {
                point = i;
            } else if (c != '-') {
                digits = digits * 10 + (c - '0');
            }
        }
        return BigDecimal.valueOf(in[offset] == '-' ? -digits : digits, offset + length - 1 - point);
    }
}
