package io.nextline.core.derive;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A laboratory value or reference range in words: {@code 12.0-16.0 g/dL}, {@code <5.2}, {@code up to 10,2}, {@code 13.5 g/dL}. Words
 * beside the numbers, such as limits for men and for women, make it say nothing: choosing one would be a guess (hazard HZ-12).
 *
 * @param comparator the comparator before a single number, or null
 * @param first the first number
 * @param second the second number of a range, or null
 * @param unit the unit behind, or null
 */
record RangeText(
        @Nullable String comparator,
        BigDecimal first,
        @Nullable BigDecimal second,
        @Nullable String unit) {

    private static final int MOST_DIGITS = 8;

    /** Reads a text; null if it is none of the known forms. */
    static @Nullable RangeText read(String text) {
        return new Reader(text).read();
    }

    /** Returns the lower limit that it states as a range, or null. */
    @Nullable BigDecimal low() {
        return second != null ? first : comparator != null && comparator.startsWith(">") ? first : null;
    }

    /** Returns the upper limit that it states as a range, or null. */
    @Nullable BigDecimal high() {
        return second != null ? second : comparator != null && comparator.startsWith("<") ? first : null;
    }

    /** Goes through the text from left to right. */
    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text.strip();
        }

        @Nullable RangeText read() {
            String comparator = comparator();
            BigDecimal first = number();
            if (first == null) {
                return null;
            }
            BigDecimal second = null;
            if (comparator == null && dash()) {
                second = number();
                if (second == null || second.compareTo(first) <= 0) {
                    return null;
                }
            }
            String unit = unit();
            return unit == null && at < text.length() ? null : new RangeText(comparator, first, second, unit);
        }

        private @Nullable String comparator() {
            for (String sign : new String[] {"<=", ">=", "<", ">", "\u2264", "\u2265"}) {
                if (skip(sign)) {
                    return sign.equals("\u2264") ? "<=" : sign.equals("\u2265") ? ">=" : sign;
                }
            }
            return skip("up to") || skip("bis") ? "<=" : null;
        }

        private boolean dash() {
            return skip("-") || skip("\u2013") || skip("to") || skip("bis");
        }

        private boolean skip(String word) {
            boolean there = text.regionMatches(true, at, word, 0, word.length());
            if (there) {
                at += word.length();
                spaces();
            }
            return there;
        }

        private void spaces() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }

        private @Nullable BigDecimal number() {
            int from = at;
            int point = -1;
            while (at < text.length() && (isDigit(at) || (point < 0 && at > from && isPoint(at)))) {
                point = isDigit(at) ? point : at;
                at++;
            }
            boolean grouped = point >= 0 && text.charAt(point) == ',' && at - point == 4;
            if (from == at || at - from > MOST_DIGITS || grouped) {
                return null;
            }
            BigDecimal number = new BigDecimal(text.substring(from, at).replace(',', '.'));
            spaces();
            return number;
        }

        private boolean isDigit(int i) {
            return text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }

        private boolean isPoint(int i) {
            char c = text.charAt(i);
            return (c == '.' || c == ',') && i + 1 < text.length() && isDigit(i + 1);
        }

        /** The rest is the unit, if it is one word. */
        private @Nullable String unit() {
            String rest = text.substring(at).strip();
            return rest.isEmpty() || rest.indexOf(' ') >= 0 ? null : rest;
        }
    }
}
