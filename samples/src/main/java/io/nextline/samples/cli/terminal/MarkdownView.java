package io.nextline.samples.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows the Markdown of a card's detail in a terminal: headings, paragraphs, lists, tables and preformatted blocks. It knows
 * the subset that cards use and is no general Markdown engine; what it does not know it shows as written.
 */
public final class MarkdownView {

    private enum Kind {
        TEXT,
        LIST,
        TABLE
    }

    private record Block(Kind kind, List<Text> lines) {
        boolean introduces(Block next) {
            return next.kind() == Kind.LIST
                    && !lines.isEmpty()
                    && lines.get(lines.size() - 1).plain().endsWith(":");
        }
    }

    private final List<String> source;
    private final int width;
    private final boolean drawn;
    private final List<Block> blocks = new ArrayList<>();
    private int at;

    private MarkdownView(String markdown, int width, boolean drawn) {
        this.source = markdown.lines().toList();
        this.width = width;
        this.drawn = drawn;
        while (at < source.size()) {
            block();
        }
    }

    /**
     * Returns the lines of a Markdown text, none wider than {@code width} but for preformatted ones other than plots.
     *
     * @param drawn whether plots are drawn with lines, which not every terminal has
     */
    public static List<Text> lines(String markdown, int width, boolean drawn) {
        return joined(new MarkdownView(markdown, width, drawn).blocks);
    }

    /** Returns the lines of its first table and of the text right before it; nothing if it has none. */
    public static List<Text> firstTable(String markdown, int width) {
        List<Block> blocks = new MarkdownView(markdown, width, false).blocks;
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).kind() == Kind.TABLE) {
                return joined(blocks.subList(Math.max(0, i - 1), i + 1));
            }
        }
        return List.of();
    }

    private static List<Text> joined(List<Block> blocks) {
        List<Text> lines = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (i > 0 && !blocks.get(i - 1).introduces(blocks.get(i))) {
                lines.add(Text.EMPTY);
            }
            lines.addAll(blocks.get(i).lines());
        }
        return lines;
    }

    private void block() {
        String line = source.get(at);
        if (line.isBlank() || isRule(line)) {
            at++;
        } else if (line.startsWith("    ") || line.startsWith("```")) {
            blocks.add(new Block(Kind.TEXT, preformatted()));
        } else if (line.startsWith("|")) {
            blocks.add(new Block(Kind.TABLE, table()));
        } else if (line.startsWith("#")) {
            at++;
            Text heading = MarkdownWords.read(line.replaceFirst("^#+\\s*", ""), Style.BOLD);
            blocks.add(new Block(Kind.TEXT, heading.wrapped(width)));
        } else if (markerOf(line) != null) {
            blocks.add(new Block(Kind.LIST, list()));
        } else {
            blocks.add(new Block(Kind.TEXT, paragraph()));
        }
    }

    private static boolean isRule(String line) {
        return line.matches("\\s*(-{3,}|\\*{3,}|_{3,})\\s*");
    }

    private List<Text> preformatted() {
        List<String> lines = new ArrayList<>();
        boolean fenced = source.get(at).startsWith("```");
        if (fenced) {
            at++;
        }
        while (at < source.size() && isInside(source.get(at), fenced)) {
            String line = source.get(at++);
            lines.add(fenced ? "    " + line : line);
        }
        if (fenced) {
            at++;
        }
        if (!lines.isEmpty() && PlotView.isPlot(lines)) {
            return PlotView.lines(lines, width, drawn);
        }
        return lines.stream().map(Text::of).toList();
    }

    private static boolean isInside(String line, boolean fenced) {
        return fenced ? !line.startsWith("```") : line.startsWith("    ");
    }

    private List<Text> table() {
        List<List<Text>> rows = new ArrayList<>();
        boolean headed = false;
        while (at < source.size() && source.get(at).startsWith("|")) {
            String line = source.get(at++);
            if (line.matches("[|:\\- ]+") && line.contains("-")) {
                headed = rows.size() == 1;
            } else {
                rows.add(cells(line, rows.isEmpty() ? Style.BOLD : Style.PLAIN));
            }
        }
        Table table = new Table(headed ? rows.remove(0) : List.of());
        rows.forEach(table::row);
        return table.lines(width);
    }

    private static List<Text> cells(String line, Style style) {
        List<Text> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int i = 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                cell.append(c).append(line.charAt(++i));
            } else if (c == '|') {
                cells.add(MarkdownWords.read(cell.toString().strip(), style));
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (!cell.toString().isBlank()) {
            cells.add(MarkdownWords.read(cell.toString().strip(), style));
        }
        return cells;
    }

    private static @Nullable String markerOf(String line) {
        String text = line.stripLeading();
        if (text.startsWith("- ") || text.startsWith("* ") || text.startsWith("+ ")) {
            return "- ";
        }
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        boolean numbered = digits > 0 && text.startsWith(". ", digits);
        return numbered ? text.substring(0, digits + 2) : null;
    }

    private List<Text> list() {
        List<Text> lines = new ArrayList<>();
        String marker = at < source.size() ? markerOf(source.get(at)) : null;
        while (marker != null) {
            String first = source.get(at).stripLeading();
            int depth = source.get(at).length() - first.length();
            at++;
            String item = first.substring(marker.length()) + continuation();
            Text text = Text.of(marker).plus(MarkdownWords.read(item, Style.PLAIN));
            int hang = marker.length();
            text.wrappedHanging(width - depth, hang).forEach(line -> lines.add(line.indented(depth)));
            marker = at < source.size() ? markerOf(source.get(at)) : null;
        }
        return lines;
    }

    private List<Text> paragraph() {
        List<Text> lines = new ArrayList<>();
        String first = source.get(at++);
        boolean quote = first.startsWith(">");
        String whole = (quote ? first.replaceFirst("^>\\s?", "") : first) + continuation();
        int indent = quote ? 2 : 0;
        for (String part : whole.split("\n", -1)) {
            Text text = MarkdownWords.read(part, Style.PLAIN);
            text.wrapped(width - indent).forEach(line -> lines.add(line.indented(indent)));
        }
        return lines;
    }

    /** Returns the lines that carry on a paragraph or item, joined by spaces; a hard line break stays as one. */
    private String continuation() {
        StringBuilder more = new StringBuilder();
        boolean brokenBefore =
                source.get(at - 1).endsWith("  ") || source.get(at - 1).endsWith("\\");
        while (at < source.size() && carriesOn(source.get(at))) {
            String line = source.get(at++);
            more.append(brokenBefore ? "\n" : " ").append(line.strip().replaceFirst("^>\\s?", ""));
            brokenBefore = line.endsWith("  ") || line.endsWith("\\");
        }
        return more.toString();
    }

    private static boolean carriesOn(String line) {
        return !line.isBlank()
                && !line.startsWith("|")
                && !line.startsWith("#")
                && !line.startsWith("```")
                && !isRule(line)
                && markerOf(line) == null;
    }
}
