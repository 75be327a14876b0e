package io.nextline.core.trial;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A number of patients out of a group. Sources may leave any part of it out.
 *
 * @param n patients counted, or null where not printed
 * @param of size of the group, or null where not printed
 * @param percent the share as printed, or null; within one point of n/of, since sources round either way
 * @param what what was counted, or null where the result says so already
 * @param printed the figure as the source prints it
 */
public record Events(
        @Nullable Integer n,
        @Nullable Integer of,
        @Nullable BigDecimal percent,
        @Nullable String what,
        String printed) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Checks that the parts fit each other. */
    public Events {
        if (n == null && percent == null) {
            throw new IllegalArgumentException("a count needs n or percent");
        }
        if (n != null && of != null && n > of) {
            throw new IllegalArgumentException("a count needs n <= of, not " + n + " of " + of);
        }
        if (percent != null) {
            requirePercent(percent);
            requireFit(n, of, percent);
        }
    }

    private static void requireFit(@Nullable Integer n, @Nullable Integer of, BigDecimal percent) {
        if (n == null || of == null) {
            return;
        }
        if (of == 0) {
            throw new IllegalArgumentException("a share needs a group of at least one");
        }
        BigDecimal share =
                BigDecimal.valueOf(n).multiply(HUNDRED).divide(BigDecimal.valueOf(of), 4, RoundingMode.HALF_UP);
        if (share.subtract(percent).abs().compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException(
                    n + " of " + of + " is " + share + "%, not " + percent + "%; check n, of and percent");
        }
    }

    static void requirePercent(BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("a percentage lies from 0 to 100, not " + percent);
        }
    }

    /** Returns for example {@code 171/263 (65%)}, or as much of it as the source prints. */
    public String text() {
        if (n == null) {
            return percentText() + (of == null ? "" : " of " + of);
        }
        String count = of == null ? n.toString() : n + "/" + of;
        return percent == null ? count : count + " (" + percentText() + ")";
    }

    /** Returns for example {@code 65%}, or nothing where no share is printed. */
    public String percentText() {
        return percent == null ? "" : percent.toPlainString() + "%";
    }
}
