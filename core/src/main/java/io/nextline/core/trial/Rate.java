package io.nextline.core.trial;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A share of patients in one arm.
 *
 * @param percent from 0 to 100
 * @param at the time it refers to, for example {@code 24 months}, or null
 * @param interval its confidence interval, or null where none is printed
 * @param approximate whether the source itself says "about"
 * @param disputed whether the figure is contradicted elsewhere, so that no card may show it
 * @param printed the figure as the source prints it
 */
public record Rate(
        BigDecimal percent,
        @Nullable String at,
        @Nullable ConfidenceInterval interval,
        boolean approximate,
        boolean disputed,
        String printed) {

    /** Checks the range and that the interval holds the share. */
    public Rate {
        Events.requirePercent(percent);
        ConfidenceInterval.requireAround(percent, interval);
    }

    /** Returns for example {@code 77.3%}. */
    public String text() {
        return (approximate ? "about " : "") + percent.toPlainString() + "%";
    }

    /** Returns the share with its interval, where there is one. */
    public String textWithInterval() {
        return interval == null ? text() : text() + " (" + interval.text() + ")";
    }
}
