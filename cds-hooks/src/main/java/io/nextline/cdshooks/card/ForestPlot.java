package io.nextline.cdshooks.card;

import io.nextline.core.trial.ConfidenceInterval;
import io.nextline.core.trial.Effect;
import java.math.BigDecimal;
import java.util.List;

/**
 * Hazard ratios as a plot of plain characters on a logarithmic axis, both directions named. A reversed reading of a ratio is the
 * hazard it works against (HZ-27).
 */
final class ForestPlot {

    private static final int HALF = 16;
    private static final int WIDTH = 2 * HALF + 1;
    static final int LABEL = 24;
    private static final double NARROWEST = Math.log(1.25);

    private ForestPlot() {}

    /**
     * Draws the rows as lines of an indented code block.
     *
     * @param rows results with a hazard ratio, at least one
     */
    static String draw(List<ResultText> rows) {
        StringBuilder text = new StringBuilder(96 * (rows.size() + 2));
        double reach = rows.stream().mapToDouble(ForestPlot::reach).max().orElse(NARROWEST);
        double scale = HALF / Math.max(reach, NARROWEST);
        line(text, "HR, log scale", axis(), "");
        for (ResultText row : rows) {
            Effect effect = row.plotted();
            if (effect != null) {
                line(text, row.plotLabel(), bar(effect, scale), effect.text());
            }
        }
        return text.append(directions(rows)).append('\n').toString();
    }

    private static double reach(ResultText row) {
        Effect effect = row.plotted();
        if (effect == null) {
            return 0;
        }
        double reach = distance(effect.value());
        ConfidenceInterval interval = effect.interval();
        if (interval != null) {
            reach = Math.max(reach, distance(interval.lower()));
            reach = interval.upper() == null ? reach : Math.max(reach, distance(interval.upper()));
        }
        return reach;
    }

    private static double distance(BigDecimal ratio) {
        return Math.abs(Math.log(ratio.doubleValue()));
    }

    private static int column(BigDecimal ratio, double scale) {
        return HALF + (int) Math.round(Math.log(ratio.doubleValue()) * scale);
    }

    private static String axis() {
        return " ".repeat(HALF) + "1";
    }

    private static String bar(Effect effect, double scale) {
        StringBuilder bar = new StringBuilder(" ".repeat(WIDTH));
        ConfidenceInterval interval = effect.interval();
        if (interval != null) {
            int from = column(interval.lower(), scale);
            int to = interval.upper() == null ? WIDTH - 1 : column(interval.upper(), scale);
            for (int at = from; at <= to; at++) {
                bar.setCharAt(at, '-');
            }
            bar.setCharAt(from, '[');
            bar.setCharAt(to, interval.upper() == null ? '>' : ']');
        }
        bar.setCharAt(HALF, '|');
        bar.setCharAt(column(effect.value(), scale), 'o');
        return bar.toString();
    }

    // Set so that the bar between the two directions stands below the 1.
    private static String directions(List<ResultText> rows) {
        ArmPair first = rows.get(0).arms();
        boolean same = rows.stream().allMatch(row -> row.arms().equals(first));
        String left = same ? Markdown.line(first.tested().label()) : "arm named first";
        String right = same && first.reference() != null
                ? Markdown.line(first.reference().label())
                : "comparison arm";
        String favours = "<- favours " + left + " ";
        int indent = Math.max(0, LABEL + 1 + HALF - favours.length());
        return "    " + " ".repeat(indent) + favours + "| favours " + right + " ->";
    }

    private static void line(StringBuilder plot, String label, String middle, String text) {
        plot.append("    ").append(label).append(" ".repeat(Math.max(1, LABEL + 1 - label.length())));
        plot.append(middle).append(text.isEmpty() ? "" : "  ").append(text).append('\n');
    }
}
