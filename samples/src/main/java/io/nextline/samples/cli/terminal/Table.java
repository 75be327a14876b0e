package io.nextline.samples.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * An aligned table, its head underlined. Cells wrap when the columns do not fit; where not even their longest words fit, each row
 * becomes a block of {@code heading: value} lines. Not thread-safe.
 */
public final class Table {

    private static final int GAP = 2;
    private static final int SMALLEST_COLUMN = 4;

    private final List<Text> header;
    private final List<List<Text>> rows = new ArrayList<>();

    /** Starts a table; no headings at all make one without a head line. */
    public Table(String... headings) {
        List<Text> cells = new ArrayList<>();
        for (String heading : headings) {
            cells.add(Text.of(heading, Style.BOLD));
        }
        header = List.copyOf(cells);
    }

    Table(List<Text> header) {
        this.header = List.copyOf(header);
    }

    /** Adds a row. */
    public Table row(Text... cells) {
        return row(List.of(cells));
    }

    /** Adds a row. */
    public Table row(List<Text> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** Returns whether it has no row. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Returns its lines, none wider than {@code width}. */
    public List<Text> lines(int width) {
        int columns = columns();
        int room = width - GAP * (columns - 1);
        int[] widths = natural(columns);
        if (!fit(widths, room)) {
            return blocks(width);
        }
        List<Text> lines = new ArrayList<>();
        if (!header.isEmpty()) {
            lines.addAll(rowLines(header, widths));
            lines.add(rule(widths));
        }
        rows.forEach(row -> lines.addAll(rowLines(row, widths)));
        return lines;
    }

    private int columns() {
        int columns = header.size();
        for (List<Text> row : rows) {
            columns = Math.max(columns, row.size());
        }
        return columns;
    }

    private static Text cell(List<Text> row, int column) {
        return column < row.size() ? row.get(column) : Text.EMPTY;
    }

    private List<List<Text>> all() {
        List<List<Text>> all = new ArrayList<>(rows);
        all.add(header);
        return all;
    }

    private int[] natural(int columns) {
        int[] widths = new int[columns];
        for (List<Text> row : all()) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], cell(row, i).width());
            }
        }
        return widths;
    }

    /** Takes columns away from the widest until all fit; false when the words themselves are too long for that. */
    private boolean fit(int[] widths, int room) {
        int[] least = new int[widths.length];
        for (List<Text> row : all()) {
            for (int i = 0; i < widths.length; i++) {
                least[i] = Math.max(
                        least[i], Math.max(SMALLEST_COLUMN, cell(row, i).longestWord()));
            }
        }
        int total = 0;
        for (int width : widths) {
            total += width;
        }
        for (; total > room; total--) {
            int widest = widestShrinkable(widths, least);
            if (widest < 0) {
                return false;
            }
            widths[widest]--;
        }
        return true;
    }

    private static int widestShrinkable(int[] widths, int[] least) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        return widest;
    }

    private static List<Text> rowLines(List<Text> row, int[] widths) {
        List<List<Text>> wrapped = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < widths.length; i++) {
            List<Text> cell = cell(row, i).wrapped(widths[i]);
            wrapped.add(cell);
            height = Math.max(height, cell.size());
        }
        List<Text> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            lines.add(line(wrapped, line, widths));
        }
        return lines;
    }

    private static Text rule(int[] widths) {
        List<String> dashes = new ArrayList<>();
        for (int width : widths) {
            dashes.add("-".repeat(width));
        }
        return Text.of(String.join(" ".repeat(GAP), dashes), Style.FAINT);
    }

    private static Text line(List<List<Text>> wrapped, int line, int[] widths) {
        Text text = Text.EMPTY;
        int column = 0;
        for (int i = 0; i < widths.length; i++) {
            List<Text> cell = wrapped.get(i);
            if (line < cell.size() && cell.get(line).width() > 0) {
                text = text.padded(column).plus(cell.get(line));
            }
            column += widths[i] + GAP;
        }
        return text;
    }

    private List<Text> blocks(int width) {
        List<Text> lines = new ArrayList<>();
        for (List<Text> row : rows) {
            if (!lines.isEmpty()) {
                lines.add(Text.EMPTY);
            }
            for (int i = 0; i < row.size(); i++) {
                if (row.get(i).width() > 0) {
                    lines.addAll(labelled(cell(header, i), row.get(i)).wrappedHanging(width, GAP));
                }
            }
        }
        return lines;
    }

    private static Text labelled(Text heading, Text value) {
        return heading.width() == 0 ? value : heading.plus(": ").plus(value);
    }
}
