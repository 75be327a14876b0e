package io.nextline.cdshooks.page.plot;

import io.nextline.core.trial.ConfidenceInterval;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a figure and its interval stand in a picture. Squares are of one size: nothing was pooled, so nothing has a weight.
 *
 * @param point where the figure stands, or null where it was not evaluable
 * @param from the left end of the interval
 * @param to its right end
 * @param left how the left end is drawn
 * @param right how the right end is drawn
 */
public record IntervalMark(@Nullable Double point, double from, double to, End left, End right) {

    /** How the end of an interval is drawn. */
    public enum End {
        /** No interval is printed. */
        NONE,
        /** A bound, drawn as a short bar. */
        BOUND,
        /** A bound beyond the axis, drawn as a filled arrow. */
        BEYOND,
        /** A bound that could not be estimated, drawn as an open arrow at the end of the axis. */
        NOT_ESTIMABLE
    }

    /** Returns where a figure and its interval stand on an axis. */
    public static IntervalMark of(PlotScale scale, @Nullable BigDecimal figure, @Nullable ConfidenceInterval interval) {
        Double point = figure == null ? null : Double.valueOf(scale.x(figure));
        if (interval == null) {
            double at = point == null ? scale.left() : point;
            return new IntervalMark(point, at, at, End.NONE, End.NONE);
        }
        BigDecimal upper = interval.upper();
        return new IntervalMark(
                point,
                scale.x(interval.lower()),
                upper == null ? scale.right() : scale.x(upper),
                scale.isBelow(interval.lower()) ? End.BEYOND : End.BOUND,
                upper == null ? End.NOT_ESTIMABLE : scale.isAbove(upper) ? End.BEYOND : End.BOUND);
    }

    /** Returns whether there is an interval to draw. */
    public boolean hasInterval() {
        return left != End.NONE;
    }
}
