package io.nextline.core.trial;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How two arms compare. Below 1, a hazard ratio means fewer events in {@code arm} than in {@code reference}; above 1, an odds
 * ratio of response means more responses in {@code arm}.
 *
 * @param measure what kind of ratio it is
 * @param value the ratio, above 0, with the digits printed
 * @param interval its confidence interval with its own level, or null where none is printed
 * @param arm the arm compared, or null only in a disputed figure
 * @param reference the arm it is compared with, or null only in a disputed figure
 * @param p the p value as printed, for example {@code .3668} or {@code <0.001}, or null
 * @param pPrinted how the source prints the p value, or null
 * @param adjustment stratified or unstratified, or null where not said
 * @param test the test behind the p value, or null where not said
 * @param sided one-sided or two-sided, or null where not said
 * @param disputed whether the figure is contradicted or unclear, so that no card may show it
 * @param printed the figure as the source prints it
 */
public record Effect(
        Measure measure,
        BigDecimal value,
        @Nullable ConfidenceInterval interval,
        @Nullable String arm,
        @Nullable String reference,
        @Nullable String p,
        @Nullable String pPrinted,
        @Nullable String adjustment,
        @Nullable String test,
        @Nullable String sided,
        boolean disputed,
        String printed) {

    private static final BigDecimal USUAL_LEVEL = BigDecimal.valueOf(95);

    /** Checks ratio, interval and arms. */
    public Effect {
        if (value.signum() <= 0 || (interval != null && interval.lower().signum() <= 0)) {
            throw new IllegalArgumentException("a ratio and its bounds are above 0");
        }
        ConfidenceInterval.requireAround(value, interval);
        if (!disputed && (arm == null || reference == null)) {
            throw new IllegalArgumentException("a ratio needs arm and reference, or disputed: true");
        }
        if (arm != null && arm.equals(reference)) {
            throw new IllegalArgumentException("a ratio needs two arms; arm and reference are the same");
        }
        if ((p == null) != (pPrinted == null)) {
            throw new IllegalArgumentException("p and pPrinted come together");
        }
    }

    /** Returns for example {@code HR 1.03 (95% CI 0.83-1.28)}. */
    public String text() {
        String around = interval == null ? "no interval given" : interval.text();
        return measure.name() + " " + value.toPlainString() + " (" + around + ")";
    }

    /** Returns for example {@code HR 1.03, 0.83-1.28}; a level other than 95% is always named. */
    public String brief() {
        if (interval == null || interval.level().compareTo(USUAL_LEVEL) != 0) {
            return measure.name() + " " + value.toPlainString() + (interval == null ? "" : ", " + interval.text());
        }
        return measure.name() + " " + value.toPlainString() + ", " + interval.bounds();
    }

    /** Returns for example {@code p = 0.78}, or nothing where no p value is printed. */
    public String pText() {
        if (p == null) {
            return "";
        }
        boolean compared = p.startsWith("<") || p.startsWith(">");
        return compared ? "p " + p.charAt(0) + " " + p.substring(1) : "p = " + p;
    }

    /** Says whether the ratio stays on one side of 1: the interval leaves 1 out, or there is no interval. */
    boolean excludesOne() {
        return interval == null || !interval.contains(BigDecimal.ONE);
    }

    /** The kinds of ratio. */
    public enum Measure {
        /** Hazard ratio. */
        HR,
        /** Odds ratio. */
        OR,
        /** Geometric mean ratio of drug exposure; not an effect on an outcome. */
        GMR
    }
}
