package io.nextline.cdshooks.page.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The axis of a plot: which figures stand where. Pure: the same figures always stand at the same place.
 *
 * @param logarithmic whether equal ratios take equal room, as those of hazards must, or equal differences
 * @param lowest the figure at the left end; above 0 on a logarithmic axis
 * @param highest the figure at the right end, above the lowest
 * @param left where the left end stands, in units of the picture
 * @param right where the right end stands
 * @param steps the figures at which the axis may be marked, ascending
 */
public record PlotScale(
        boolean logarithmic, double lowest, double highest, double left, double right, List<BigDecimal> steps) {
    /** An interval that reaches further than ten times, or less than a tenth, is cut at the end of the axis. */
    private static final double FURTHEST = 10;

    /** Ticks nearer to each other than this could not be read. */
    private static final double APART = 30;

    private static final double LEAST = 0.5;
    private static final double MOST = 2;
    private static final List<BigDecimal> RATIOS = List.of(
                    "0.01", "0.02", "0.05", "0.1", "0.2", "0.3", "0.5", "0.7", "1", "1.5", "2", "3", "5", "10", "20",
                    "50", "100")
            .stream()
            .map(BigDecimal::new)
            .toList();

    /** Checks the order of the ends. */
    public PlotScale {
        steps = List.copyOf(steps);
        if (highest <= lowest || right <= left || (logarithmic && lowest <= 0)) {
            throw new IllegalArgumentException("an axis needs lowest < highest and left < right");
        }
    }

    /** Returns the logarithmic axis for ratios: from a half to two, further where points or bounds ask for it. */
    public static PlotScale ratios(List<PlotEntry> entries, double left, double right) {
        double low = LEAST;
        double high = MOST;
        for (PlotEntry entry : entries) {
            for (BigDecimal bound : entry.bounds()) {
                low = Math.min(low, Math.max(bound.doubleValue(), 1 / FURTHEST));
                high = Math.max(high, Math.min(bound.doubleValue(), FURTHEST));
            }
            if (entry.point() != null) {
                low = Math.min(low, entry.point().doubleValue());
                high = Math.max(high, entry.point().doubleValue());
            }
        }
        return new PlotScale(true, below(low), above(high), left, right, RATIOS);
    }

    private static double below(double value) {
        return RATIOS.stream()
                .mapToDouble(BigDecimal::doubleValue)
                .filter(step -> step <= value)
                .max()
                .orElse(value);
    }

    private static double above(double value) {
        return RATIOS.stream()
                .mapToDouble(BigDecimal::doubleValue)
                .filter(step -> step >= value)
                .min()
                .orElse(value);
    }

    /** Returns the linear axis for times, from 0 to the first step beyond every point and bound. */
    public static PlotScale times(List<PlotEntry> entries, double left, double right) {
        double most = 1;
        for (PlotEntry entry : entries) {
            for (BigDecimal bound : entry.bounds()) {
                most = Math.max(most, bound.doubleValue());
            }
            most = entry.point() == null ? most : Math.max(most, entry.point().doubleValue());
        }
        int step = step(most);
        int last = (int) Math.ceil(most / step) * step;
        List<BigDecimal> steps = new ArrayList<>();
        for (int at = 0; at <= last; at += step) {
            steps.add(BigDecimal.valueOf(at));
        }
        return new PlotScale(false, 0, last, left, right, steps);
    }

    /** Returns the least of 1, 2, 5, 10, 20 … that divides the axis into at most six. */
    private static int step(double most) {
        int decade = 1;
        while (true) {
            for (int digit : new int[] {1, 2, 5}) {
                if (most / (digit * decade) <= 6) {
                    return digit * decade;
                }
            }
            decade *= 10;
        }
    }

    /** Returns where a figure stands, rounded to a tenth; beyond an end of the axis, that end. */
    public double x(BigDecimal figure) {
        double value = Math.min(Math.max(figure.doubleValue(), lowest), highest);
        double share = logarithmic
                ? (Math.log(value) - Math.log(lowest)) / (Math.log(highest) - Math.log(lowest))
                : (value - lowest) / (highest - lowest);
        return Math.rint((left + share * (right - left)) * 10) / 10;
    }

    /** Returns whether a figure lies beyond the left end. */
    public boolean isBelow(BigDecimal figure) {
        return figure.doubleValue() < lowest;
    }

    /** Returns whether a figure lies beyond the right end. */
    public boolean isAbove(BigDecimal figure) {
        return figure.doubleValue() > highest;
    }

    /** Returns the marks of the axis, ascending: 1 and both ends first, others where there is room. */
    public List<Tick> ticks() {
        List<BigDecimal> within = steps.stream()
                .filter(step -> !isBelow(step) && !isAbove(step))
                .sorted(Comparator.comparing(this::rank))
                .toList();
        List<Tick> kept = new ArrayList<>();
        for (BigDecimal step : within) {
            double x = x(step);
            if (kept.stream().allMatch(other -> Math.abs(other.x() - x) >= APART)) {
                kept.add(new Tick(x, step.toPlainString()));
            }
        }
        kept.sort(Comparator.comparing(Tick::x));
        return kept;
    }

    private int rank(BigDecimal step) {
        if (step.compareTo(BigDecimal.ONE) == 0 && logarithmic) {
            return 0;
        }
        return step.doubleValue() == lowest || step.doubleValue() == highest ? 1 : 2;
    }

    /**
     * A mark of the axis.
     *
     * @param x where it stands
     * @param label the figure
     */
    public record Tick(double x, String label) {}
}
