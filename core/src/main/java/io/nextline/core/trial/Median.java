package io.nextline.core.trial;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A median time to an event in one arm.
 *
 * @param value the median, or null where it was not evaluable
 * @param unit months or weeks, as printed
 * @param interval its confidence interval, or null where none is printed
 * @param disputed whether the figure is contradicted elsewhere, so that no card may show it
 * @param printed the figure as the source prints it
 */
public record Median(
        @Nullable BigDecimal value,
        Unit unit,
        @Nullable ConfidenceInterval interval,
        boolean disputed,
        String printed) {

    static final String NOT_EVALUABLE = "not evaluable";

    /** Checks that the interval holds the median and that the median is positive. */
    public Median {
        if (value != null && value.signum() <= 0) {
            throw new IllegalArgumentException("a median time is above 0, not " + value);
        }
        ConfidenceInterval.requireAround(value, interval);
    }

    /** Says whether the median could not be evaluated. */
    public boolean notEvaluable() {
        return value == null;
    }

    /** Returns for example {@code 10.8 months}, or {@code not evaluable}. */
    public String text() {
        return value == null ? NOT_EVALUABLE : value.toPlainString() + " " + unit.id() + "s";
    }

    /** Returns the median with its interval, where there is one. */
    public String textWithInterval() {
        return interval == null ? text() : text() + " (" + interval.text() + ")";
    }

    /** The unit of time a median is printed in. */
    public enum Unit {
        /** Calendar months. */
        MONTH("month"),
        /** Weeks. */
        WEEK("week");

        private final String id;

        Unit(String id) {
            this.id = id;
        }

        /** Returns the name in the files. */
        public String id() {
            return id;
        }
    }
}
