package io.nextline.samples.cli.terminal;

import java.io.PrintWriter;
import java.util.List;

/**
 * Where lines are written: a terminal, a pipe or a file. Not thread-safe.
 *
 * @param out the destination
 * @param width columns, at least {@value #NARROWEST}
 * @param colour whether the destination shows colours
 * @param drawn whether the destination's characters include lines and dots, as a terminal's do and a file's need not
 */
public record Screen(PrintWriter out, int width, boolean colour, boolean drawn) {

    /** The narrowest width that still makes sense. */
    public static final int NARROWEST = 40;

    /** The width when nothing says otherwise. */
    public static final int USUAL = 100;

    /** Checks the width. */
    public Screen {
        if (width < NARROWEST) {
            throw new IllegalArgumentException("a screen needs at least " + NARROWEST + " columns");
        }
    }

    /** Makes a screen without lines and dots. */
    public Screen(PrintWriter out, int width, boolean colour) {
        this(out, width, colour, false);
    }

    /** Writes lines as they are. */
    public void print(List<Text> lines) {
        lines.forEach(line -> out.println(line.render(colour)));
    }

    /** Writes a paragraph, wrapped. */
    public void print(Text paragraph) {
        print(paragraph.wrapped(width));
    }

    /** Writes an unstyled paragraph, wrapped. */
    public void print(String paragraph) {
        print(Text.of(paragraph));
    }

    /** Writes lines after spaces; they were made for a width smaller by as much. */
    public void print(List<Text> lines, int indent) {
        lines.forEach(line ->
                out.println(line.width() == 0 ? "" : line.indented(indent).render(colour)));
    }

    /** Writes an empty line, then a heading. */
    public void heading(String heading) {
        line();
        print(Text.of(heading, Style.HEADING));
    }

    /** Writes an empty line. */
    public void line() {
        out.println();
    }
}
