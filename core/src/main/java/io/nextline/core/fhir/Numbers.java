package io.nextline.core.fhir;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * JSON numbers as decimals, judged as text first: seven characters such as {@code 1e99999} can stand for a number that fills
 * the memory once its digits are written out.
 */
final class Numbers {

    private static final int DIGITS_OF_A_LONG = 18;

    private Numbers() {}

    /** Returns the number of these characters, never in exponent form; null if it goes over the limits. */
    static @Nullable BigDecimal decimal(char[] chars, int offset, int length, ReadLimits limits) {
        if (length > limits.maxNumberLength()) {
            return null;
        }
        int exponentAt = exponentAt(chars, offset, length);
        if (exponentAt < 0) {
            return length <= DIGITS_OF_A_LONG ? small(chars, offset, length) : new BigDecimal(chars, offset, length);
        }
        if (isTooLarge(chars, exponentAt + 1, offset + length, limits.maxExponent())) {
            return null;
        }
        BigDecimal number = new BigDecimal(chars, offset, length);
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static int exponentAt(char[] chars, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if ((chars[i] | 0x20) == 'e') {
                return i;
            }
        }
        return -1;
    }

    private static boolean isTooLarge(char[] chars, int from, int end, int largest) {
        long exponent = 0;
        for (int i = from; i < end; i++) {
            if (chars[i] >= '0' && chars[i] <= '9') {
                exponent = exponent * 10 + (chars[i] - '0');
                if (exponent > largest) {
                    return true;
                }
            }
        }
        return false;
    }

    // At most 18 characters: the digits fit a long.
    private static BigDecimal small(char[] chars, int offset, int length) {
        long digits = 0;
        int point = offset + length - 1;
        for (int i = offset; i < offset + length; i++) {
            char c = chars[i];
            if (c == '.') {
                point = i;
            } else if (c != '-') {
                digits = digits * 10 + (c - '0');
            }
        }
        return BigDecimal.valueOf(chars[offset] == '-' ? -digits : digits, offset + length - 1 - point);
    }
}
