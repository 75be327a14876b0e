package io.nextline.samples.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * The plot of intervals in a card's preformatted block, known by its axis: laid out anew where the screen is too narrow for it, and drawn
 * with lines where the terminal has them. Its figures and the places of its marks stay as the card has them.
 */
final class PlotView {

    private static final String AXIS = "HR, log scale";
    private static final int INDENT = 4;
    private static final int HALF = 16;
    private static final String LEFT = "<-";
    private static final String RIGHT = "->";

    private final int width;
    private final boolean drawn;
    private final int bar;
    private final List<Text> lines = new ArrayList<>();

    private PlotView(String axis, int width, boolean drawn) {
        this.width = width;
        this.drawn = drawn;
        this.bar = axis.lastIndexOf('1') - HALF;
    }

    /** Returns whether a preformatted block is such a plot. */
    static boolean isPlot(List<String> block) {
        String axis = block.get(0);
        return axis.strip().startsWith(AXIS) && axis.lastIndexOf('1') >= INDENT + AXIS.length() + HALF;
    }

    static List<Text> lines(List<String> block, int width, boolean drawn) {
        PlotView view = new PlotView(block.get(0), width, drawn);
        boolean whole = block.stream().allMatch(line -> line.length() <= width);
        for (String line : block) {
            if (line.contains(LEFT + " favours")) {
                view.directions(line, whole);
            } else {
                view.row(line, whole);
            }
        }
        return view.lines;
    }

    private void row(String line, boolean whole) {
        String label = line.substring(0, Math.min(bar, line.length())).stripTrailing();
        String marks = part(line, bar, bar + 2 * HALF + 1);
        String figure = part(line, bar + 2 * HALF + 1, line.length()).strip();
        if (whole) {
            Text text = Text.of(label).padded(bar).plus(drawn(marks));
            lines.add(figure.isEmpty() ? text : text.padded(bar + 2 * HALF + 3).plus(figure));
        } else if (bar + 2 * HALF + 1 <= width) {
            lines.add(Text.of(label).padded(bar).plus(drawn(marks)));
            below(figure, Math.max(INDENT, Math.min(bar, width - figure.length())));
        } else {
            lines.addAll(Text.of(label.strip()).wrapped(width));
            lines.add(Text.of(drawn(marks)).indented(INDENT));
            below(figure, INDENT);
        }
    }

    private void below(String figure, int indent) {
        if (!figure.isEmpty()) {
            Text.of(figure).wrapped(width - indent).forEach(line -> lines.add(line.indented(indent)));
        }
    }

    private void directions(String line, boolean whole) {
        int middle = line.indexOf(" | ");
        if (whole || middle < 0) {
            lines.addAll(
                    whole
                            ? List.of(Text.of(drawnArrows(line)))
                            : Text.of(line.strip()).wrapped(width));
            return;
        }
        lines.addAll(Text.of(drawnArrows(line.substring(0, middle).strip())).wrapped(width));
        for (Text right :
                Text.of(drawnArrows(line.substring(middle + 3).strip())).wrapped(width)) {
            lines.add(right.indented(Math.max(0, Math.min(width - right.width(), INDENT + HALF))));
        }
    }

    private String drawnArrows(String line) {
        return drawn
                ? line.replace(LEFT, "\u25c4\u2500")
                        .replace(RIGHT, "\u2500\u25ba")
                        .replace(" | ", " \u2502 ")
                : line;
    }

    private String drawn(String marks) {
        if (!drawn) {
            return marks.stripTrailing();
        }
        int from = marks.indexOf('[');
        int to = Math.max(marks.lastIndexOf(']'), marks.lastIndexOf('>'));
        StringBuilder line = new StringBuilder(marks.length());
        for (int i = 0; i < marks.length(); i++) {
            line.append(drawn(marks.charAt(i), i > from && i < to));
        }
        return line.toString().stripTrailing();
    }

    private static char drawn(char mark, boolean inside) {
        return switch (mark) {
            case '[' -> '\u251c';
            case ']' -> '\u2524';
            case '>' -> '\u25ba';
            case '-' -> '\u2500';
            case 'o' -> '\u25cf';
            case '|' -> inside ? '\u253c' : '\u2502';
            default -> mark;
        };
    }

    private static String part(String line, int from, int to) {
        return from >= line.length() ? "" : line.substring(from, Math.min(to, line.length()));
    }
}
