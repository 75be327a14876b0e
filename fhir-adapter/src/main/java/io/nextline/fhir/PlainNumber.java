package io.nextline.fhir;

import io.nextline.core.fhir.ReadLimits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * JSON numbers in plain digits, judged as text first: HAPI writes every digit of a number out before it looks at it, and
 * {@code 1e1000000000} has more than there is memory for.
 */
final class PlainNumber {

    private PlainNumber() {}

    /** Returns the number of this text without an exponent; null if it goes over the limits. */
    static @Nullable String of(String text, ReadLimits limits) {
        if (text.length() > limits.maxNumberLength()) {
            return null;
        }
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (exponent < 0) {
            return text;
        }
        boolean tooLarge = isTooLarge(text, exponent + 1, limits.maxExponent());
        return tooLarge ? null : new BigDecimal(text).toPlainString();
    }

    private static boolean isTooLarge(String text, int from, int largest) {
        long exponent = 0;
        for (int i = from; i < text.length() && exponent <= largest; i++) {
            char c = text.charAt(i);
            exponent = c >= '0' && c <= '9' ? exponent * 10 + (c - '0') : exponent;
        }
        return exponent > largest;
    }
}
