package io.nextline.core.trial;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How long patients were followed. A minimum is not a median.
 *
 * @param kind median or minimum, or null where the source does not say
 * @param value how long
 * @param unit month or year
 * @param endpoint the endpoint it refers to, or null
 * @param iqrLower lower end of the interquartile range, or null
 * @param iqrUpper upper end of the interquartile range, or null
 * @param printed the figure as the source prints it
 */
public record FollowUp(
        @Nullable Kind kind,
        BigDecimal value,
        String unit,
        @Nullable String endpoint,
        @Nullable BigDecimal iqrLower,
        @Nullable BigDecimal iqrUpper,
        String printed) {

    /** Checks that the range holds the value. */
    public FollowUp {
        if ((iqrLower == null) != (iqrUpper == null)) {
            throw new IllegalArgumentException("an interquartile range needs both ends");
        }
        boolean below = iqrLower != null && iqrLower.compareTo(value) > 0;
        boolean above = iqrUpper != null && iqrUpper.compareTo(value) < 0;
        if (below || above) {
            throw new IllegalArgumentException("an interquartile range needs lower <= point <= upper");
        }
    }

    /** Returns for example {@code median 15.2 months (IQR 10.7-19.3)}. */
    public String text() {
        String lead = kind == null ? "" : kind.id() + " ";
        String range = iqrLower == null || iqrUpper == null
                ? ""
                : " (IQR " + iqrLower.toPlainString() + "-" + iqrUpper.toPlainString() + ")";
        return lead + value.toPlainString() + " " + unit + "s" + range;
    }

    /** What the figure is. */
    public enum Kind {
        /** The median over the patients. */
        MEDIAN,
        /** The shortest. */
        MINIMUM;

        /** Returns the name in the files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
