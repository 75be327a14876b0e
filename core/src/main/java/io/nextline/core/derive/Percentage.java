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

    /** Reads a text that holds one percentage, or one range of two, and no other. */
    static @Nullable Percentage read(String text) {
        int sign = text.indexOf('%');
        if (sign < 0) {
            return null;
        }
        int last = sign - 1;
        while (last >= 0 && text.charAt(last) == ' ') {
            last--;
        }
        int start = startOfNumber(text, last);
        BigDecimal number = number(text, start, last + 1);
        if (number == null) {
            return null;
        }
        int before = start - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        String rest = text.substring(sign + 1);
        if (hasDigit(rest)) {
            return null;
        }
        return before >= 0 && isDash(text.charAt(before))
                ? range(text, before, number)
                : of(comparator(text, before), number);
    }

    private static @Nullable Percentage range(String text, int dash, BigDecimal high) {
        int last = dash - 1;
        while (last >= 0 && (text.charAt(last) == ' ' || text.charAt(last) == '%')) {
            last--;
        }
        BigDecimal low = number(text, startOfNumber(text, last), last + 1);
        return low == null || low.compareTo(high) >= 0 || high.compareTo(MOST) > 0
                ? null
                : new Percentage(low, false, high, false);
    }

    private static String comparator(String text, int at) {
        int from = at;
        while (from >= 0 && "<>=\u2264\u2265".indexOf(text.charAt(from)) >= 0) {
            from--;
        }
        return text.substring(from + 1, at + 1);
    }

    private static int startOfNumber(String text, int last) {
        int start = last + 1;
        while (start > 0 && (isDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
            start--;
        }
        return start;
    }

    private static @Nullable BigDecimal number(String text, int from, int to) {
        String digits = from < to && to - from <= 6 ? text.substring(from, to) : "";
        boolean plain = !digits.isEmpty()
                && isDigit(digits.charAt(0))
                && isDigit(digits.charAt(digits.length() - 1))
                && digits.indexOf('.') == digits.lastIndexOf('.');
        return plain ? new BigDecimal(digits) : null;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> isDigit((char) c));
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '\u2013';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
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
}
