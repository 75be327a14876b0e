package io.nextline.samples.cli;

import io.nextline.samples.cli.terminal.Screen;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.LocalDate;

/**
 * What surrounds a command: its streams, today's date, and how wide and colourful the terminal is. Handed in, so that a
 * command is a function of its arguments and this.
 *
 * @param in standard input
 * @param out standard output, for answers only
 * @param err standard error, for everything else
 * @param today the day of evaluation when the user names none
 * @param colour whether standard output shows colours
 * @param width columns of the terminal, as far as known
 * @param drawn whether standard output is a terminal whose characters include lines and dots
 */
record Console(
        InputStream in, PrintWriter out, PrintWriter err, LocalDate today, boolean colour, int width, boolean drawn) {

    Console(InputStream in, PrintWriter out, PrintWriter err, LocalDate today, boolean colour, int width) {
        this(in, out, err, today, colour, width, false);
    }

    Screen screen() {
        return screen(width);
    }

    Screen screen(int columns) {
        return new Screen(out, columns, colour, drawn);
    }

    void warn(String message) {
        err.println("nextline: warning: " + message);
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
