package io.nextline.cdshooks.page.plot;

import io.nextline.core.trial.ConfidenceInterval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure to be plotted, with its words.
 *
 * @param label what it is about
 * @param detail more of it, for example the arms compared, or null
 * @param text the figure with its interval and level, as it is printed
 * @param primary whether it belongs to a primary endpoint
 * @param point the figure, or null where it was not evaluable
 * @param interval its interval, or null where none is printed
 */
public record PlotEntry(
        String label,
        @Nullable String detail,
        String text,
        boolean primary,
        @Nullable BigDecimal point,
        @Nullable ConfidenceInterval interval) {

    /** Returns the bounds that could be estimated. */
    public List<BigDecimal> bounds() {
        List<BigDecimal> bounds = new ArrayList<>(2);
        if (interval != null) {
            bounds.add(interval.lower());
            if (interval.upper() != null) {
                bounds.add(interval.upper());
            }
        }
        return bounds;
    }

    /** Returns the entry in one sentence, for those who do not see the picture. */
    public String sentence() {
        return label + (detail == null ? "" : ", " + detail) + ": " + text + ".";
    }
}
