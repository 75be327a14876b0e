package io.nextline.core.trial;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An interval with its own level: a 98.5% interval must never be shown as one of 95%.
 *
 * @param lower the lower bound, with the digits printed
 * @param upper the upper bound, or null where it could not be estimated
 * @param level the confidence level in per cent, above 0 and below 100
 */
public record ConfidenceInterval(BigDecimal lower, @Nullable BigDecimal upper, BigDecimal level) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Checks the order of the bounds and the range of the level. */
    public ConfidenceInterval {
        if (upper != null && lower.compareTo(upper) > 0) {
            throw new IllegalArgumentException("an interval needs lower <= upper, not " + lower + " and " + upper);
        }
        if (level.signum() <= 0 || level.compareTo(HUNDRED) >= 0) {
            throw new IllegalArgumentException("a confidence level is above 0 and below 100 per cent, not " + level);
        }
    }

    /** Says whether the value lies within the bounds. */
    public boolean contains(BigDecimal value) {
        return lower.compareTo(value) <= 0 && (upper == null || value.compareTo(upper) <= 0);
    }

    /** Returns for example {@code 95% CI 9.8-12.3}. */
    public String text() {
        return level.toPlainString() + "% CI " + bounds();
    }

    /** Returns for example {@code 9.8-12.3}. */
    String bounds() {
        return lower.toPlainString() + "-" + (upper == null ? Median.NOT_EVALUABLE : upper.toPlainString());
    }

    /** Throws unless the point, if there is one, lies within the interval, if there is one. */
    static void requireAround(@Nullable BigDecimal point, @Nullable ConfidenceInterval interval) {
        if (point != null && interval != null && !interval.contains(point)) {
            throw new IllegalArgumentException(
                    "needs lower <= point <= upper, not " + point.toPlainString() + " in " + interval.text());
        }
    }
}
