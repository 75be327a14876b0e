package io.nextline.core.derive;

import io.nextline.core.fhir.Quantity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A percentage as the interval that it may be: {@code 80 %}, {@code 1-49%}, {@code <1%}, {@code >=50%}.
 *
 * @param low the least that it may be, 0 to 100
 * @param lowOpen whether it is more than that
 * @param high the most that it may be
 * @param highOpen whether it is less than that
 */
record Percentage(BigDecimal low, boolean lowOpen, BigDecimal high, boolean highOpen) {

    private static final BigDecimal MOST = new BigDecimal(100);

    /** Returns a measured percentage; null without the unit, or when it is none (hazard HZ-11). */
    static @Nullable Percentage of(Quantity quantity) {
        String unit = quantity.codeOrUnit();
        return quantity.value() == null || unit == null || !unit.strip().equals("%")
                ? null
                : of(quantity.comparator() == null ? "" : quantity.comparator(), quantity.value());
    }

    private static @Nullable Percentage of(String comparator, BigDecimal bound) {
        if (bound.signum() < 0 || bound.compareTo(MOST) > 0) {
            return null;
        }
        return switch (comparator) {
            case "" -> new Percentage(bound, false, bound, false);
            case "<" -> new Percentage(BigDecimal.ZERO, false, bound, true);
            case "<=", "\u2264" -> new Percentage(BigDecimal.ZERO, false, bound, false);
            case ">" -> new Percentage(bound, true, MOST, false);
            case ">=", "\u2265" -> new Percentage(bound, false, MOST, false);
            default -> null;
        };
    }

    /** Reads a text that holds one percentage, or one range of two, and no other number. */
    static @Nullable Percentage read(String text) {
        return new Reader(text).read();
    }

    /** Returns whether it is surely at least this. */
    boolean isAtLeast(BigDecimal bound) {
        return low.compareTo(bound) >= 0;
    }

    /** Returns whether it is surely less than this. */
    boolean isBelow(BigDecimal bound) {
        int order = high.compareTo(bound);
        return order < 0 || (order == 0 && highOpen);
    }

    /** Returns it in words, for example {@code 80%} or {@code 1-49%}. */
    String text() {
        if (low.compareTo(high) == 0) {
            return plain(low) + "%";
        }
        if (low.signum() == 0 && !lowOpen) {
            return (highOpen ? "<" : "<=") + plain(high) + "%";
        }
        if (high.compareTo(MOST) == 0) {
            return (lowOpen ? ">" : ">=") + plain(low) + "%";
        }
        return plain(low) + "-" + plain(high) + "%";
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** Finds the numbers of a text. Digits of a name, as in {@code PD-L1} or {@code 22C3}, are none. */
    private static final class Reader {

        private static final int MOST_DIGITS = 6;

        private final String text;
        private final int[] from = new int[2];
        private final int[] to = new int[2];
        private int count;

        Reader(String text) {
            this.text = text;
        }

        @Nullable Percentage read() {
            for (int i = 0; i < text.length(); i++) {
                if (isDigit(i)) {
                    i = number(i);
                }
            }
            if (count == 0 || count > 2 || next(to[count - 1]) != '%') {
                return null;
            }
            if (count == 1) {
                return value(0) == null ? null : of(comparator(), value(0));
            }
            String between = text.substring(to[0], from[1]).replace("%", "").strip();
            boolean range = between.equals("-") || between.equals("\u2013");
            return range ? of(value(0), value(1)) : null;
        }

        private int number(int start) {
            int end = start;
            while (end < text.length() && (isDigit(end) || (text.charAt(end) == '.' && isDigit(end + 1)))) {
                end++;
            }
            boolean named = isLetter(start - 1) || isLetter(end);
            if (!named) {
                if (count < 2) {
                    from[count] = start;
                    to[count] = end;
                }
                count++;
            }
            return named ? endOfName(end) : end;
        }

        private int endOfName(int end) {
            int i = end;
            while (isLetter(i) || isDigit(i)) {
                i++;
            }
            return i;
        }

        private static @Nullable Percentage of(@Nullable BigDecimal low, @Nullable BigDecimal high) {
            boolean ordered = low != null && high != null && low.compareTo(high) < 0 && high.compareTo(MOST) <= 0;
            return ordered && low != null && high != null ? new Percentage(low, false, high, false) : null;
        }

        private static @Nullable Percentage of(String comparator, @Nullable BigDecimal bound) {
            return bound == null ? null : Percentage.of(comparator, bound);
        }

        private @Nullable BigDecimal value(int index) {
            String digits = text.substring(from[index], to[index]);
            boolean plain = digits.length() <= MOST_DIGITS && digits.indexOf('.') == digits.lastIndexOf('.');
            return plain ? new BigDecimal(digits) : null;
        }

        private String comparator() {
            int end = from[0];
            while (end > 0 && text.charAt(end - 1) == ' ') {
                end--;
            }
            int start = end;
            while (start > 0 && "<>=\u2264\u2265".indexOf(text.charAt(start - 1)) >= 0) {
                start--;
            }
            return text.substring(start, end);
        }

        private char next(int at) {
            int i = at;
            while (i < text.length() && text.charAt(i) == ' ') {
                i++;
            }
            return i < text.length() ? text.charAt(i) : ' ';
        }

        private boolean isDigit(int i) {
            return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }

        private boolean isLetter(int i) {
            return i >= 0 && i < text.length() && Character.isLetter(text.charAt(i));
        }
    }
}
