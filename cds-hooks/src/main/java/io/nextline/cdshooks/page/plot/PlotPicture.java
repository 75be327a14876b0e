package io.nextline.cdshooks.page.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plot with every place worked out.
 *
 * @param layout how it is laid out
 * @param height how high it is
 * @param rows its rows, from above
 * @param ticks the marks of the axis
 * @param axisY where the axis stands
 * @param reference where the line of no difference stands, or null where there is none
 * @param sides what the two directions mean, empty where they mean nothing
 */
public record PlotPicture(
        PlotLayout layout,
        int height,
        List<Row> rows,
        List<PlotScale.Tick> ticks,
        int axisY,
        @Nullable Double reference,
        List<Side> sides) {
    private static final int LINE = 16;
    private static final int GAP = 14;
    private static final int BAR = 18;
    private static final int AXIS = 24;
    private static final int ARROW = 9;
    private static final int ASIDE = 8;
    private static final int HALF_ARROW = 5;

    /**
     * A row.
     *
     * @param lines its words, from above
     * @param text its figure in words, beside the axis or above it
     * @param textY where the base line of that stands
     * @param mark its interval
     * @param y where the interval stands
     * @param primary whether it belongs to a primary endpoint
     */
    public record Row(List<Line> lines, String text, int textY, IntervalMark mark, int y, boolean primary) {
        /** Returns the corners of the arrow at the left end. */
        public String leftArrow() {
            return arrow(mark.from(), 1);
        }

        /** Returns the corners of the arrow at the right end. */
        public String rightArrow() {
            return arrow(mark.to(), -1);
        }

        private String arrow(double tip, int inwards) {
            double back = tip + inwards * ARROW;
            return tip + "," + y + " " + back + "," + (y - HALF_ARROW) + " " + back + "," + (y + HALF_ARROW);
        }
    }

    /**
     * A line of words.
     *
     * @param text the words
     * @param y where its base line stands
     * @param head whether it is the row's name
     */
    public record Line(String text, int y, boolean head) {}

    /**
     * What one direction means.
     *
     * @param lines the words
     * @param x where they are anchored
     * @param anchor start or end
     */
    public record Side(List<Line> lines, double x, String anchor) {}

    /**
     * Lays a plot out.
     *
     * @param left what lies left of the line of no difference, null where there is no such line
     * @param right what lies right of it
     */
    public static PlotPicture of(
            PlotLayout layout,
            PlotScale scale,
            List<PlotEntry> entries,
            @Nullable String left,
            @Nullable String right) {
        List<Row> rows = new ArrayList<>();
        int y = 6;
        for (PlotEntry entry : entries) {
            Row row = row(layout, scale, entry, y);
            rows.add(row);
            y = Math.max(bottom(layout, row), row.y()) + GAP;
        }
        Double reference = left == null ? null : Double.valueOf(scale.x(BigDecimal.ONE));
        List<Side> sides = new ArrayList<>();
        int bottom = y + AXIS;
        if (reference != null && left != null && right != null) {
            sides.addAll(sides(layout, reference, left, right, bottom + LINE));
            bottom += LINE
                    * sides.stream().mapToInt(side -> side.lines().size()).max().orElse(0);
        }
        return new PlotPicture(layout, bottom + 4, rows, scale.ticks(), y, reference, sides);
    }

    private static Row row(PlotLayout layout, PlotScale scale, PlotEntry entry, int top) {
        List<Line> lines = new ArrayList<>();
        int y = top;
        for (String line : LineBreaks.of(entry.label(), layout.labelChars())) {
            y += LINE;
            lines.add(new Line(line, y, true));
        }
        if (entry.detail() != null) {
            for (String line : LineBreaks.of(entry.detail(), layout.labelChars())) {
                y += LINE;
                lines.add(new Line(line, y, false));
            }
        }
        IntervalMark mark = IntervalMark.of(scale, entry.point(), entry.interval());
        if (layout.stacked()) {
            int textY = y + LINE;
            return new Row(lines, entry.text(), textY, mark, textY + BAR, entry.primary());
        }
        int middle = top + (y - top) / 2 + 4;
        return new Row(lines, entry.text(), middle + 5, mark, middle, entry.primary());
    }

    private static int bottom(PlotLayout layout, Row row) {
        return layout.stacked()
                ? row.y() + 4
                : row.lines().get(row.lines().size() - 1).y();
    }

    private static List<Side> sides(PlotLayout layout, double reference, String left, String right, int y) {
        String lower = "\u2190 favours " + left;
        String higher = "favours " + right + " \u2192";
        return layout.stacked()
                ? List.of(
                        side(lower, layout.left(), "start", layout, y), side(higher, layout.right(), "end", layout, y))
                : List.of(
                        side(lower, reference - ASIDE, "end", layout, y),
                        side(higher, reference + ASIDE, "start", layout, y));
    }

    private static Side side(String words, double x, String anchor, PlotLayout layout, int y) {
        List<Line> lines = new ArrayList<>();
        for (String line : LineBreaks.of(words, layout.sideChars())) {
            lines.add(new Line(line, y + LINE * lines.size(), false));
        }
        return new Side(lines, x, anchor);
    }
}
