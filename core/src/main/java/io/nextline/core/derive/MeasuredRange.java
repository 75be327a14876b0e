package io.nextline.core.derive;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a measured value may be: one number, or all numbers on one side of a bound ({@code <5}). Null is no bound.
 *
 * @param low the least that it may be
 * @param lowOpen whether it is more than that
 * @param high the most that it may be
 * @param highOpen whether it is less than that
 */
record MeasuredRange(
        @Nullable BigDecimal low, boolean lowOpen, @Nullable BigDecimal high, boolean highOpen) {

    /** Returns the interval of one number. */
    static MeasuredRange exactly(BigDecimal number) {
        return new MeasuredRange(number, false, number, false);
    }

    /** Returns what a bound with a comparator allows; null for a comparator that is none. */
    static @Nullable MeasuredRange of(@Nullable String comparator, BigDecimal bound) {
        if (comparator == null) {
            return exactly(bound);
        }
        return switch (comparator) {
            case "<" -> new MeasuredRange(null, false, bound, true);
            case "<=", "\u2264" -> new MeasuredRange(null, false, bound, false);
            case ">" -> new MeasuredRange(bound, true, null, false);
            case ">=", "\u2265" -> new MeasuredRange(bound, false, null, false);
            default -> null;
        };
    }

    boolean isSurelyBelow(BigDecimal limit) {
        int order = high == null ? 1 : high.compareTo(limit);
        return order < 0 || (order == 0 && highOpen);
    }

    boolean isSurelyAbove(BigDecimal limit) {
        int order = low == null ? -1 : low.compareTo(limit);
        return order > 0 || (order == 0 && lowOpen);
    }

    boolean isSurelyNotBelow(BigDecimal limit) {
        return low != null && low.compareTo(limit) >= 0;
    }

    boolean isSurelyNotAbove(BigDecimal limit) {
        return high != null && high.compareTo(limit) <= 0;
    }

    /** Returns what the sum of two values may be. */
    MeasuredRange plus(MeasuredRange other) {
        return new MeasuredRange(
                low == null || other.low == null ? null : low.add(other.low),
                lowOpen || other.lowOpen,
                high == null || other.high == null ? null : high.add(other.high),
                highOpen || other.highOpen);
    }

    /** Returns what a number less this value, times a positive factor, may be. */
    MeasuredRange lessThan(BigDecimal number, BigDecimal factor) {
        return new MeasuredRange(
                high == null ? null : number.subtract(high).multiply(factor),
                /* lowOpen= */ highOpen,
                low == null ? null : number.subtract(low).multiply(factor),
                /* highOpen= */ lowOpen);
    }
}
