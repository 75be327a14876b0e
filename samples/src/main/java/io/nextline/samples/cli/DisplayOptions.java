package io.nextline.samples.cli;

import io.nextline.samples.cli.terminal.Screen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How an answer is shown in a terminal. */
final class DisplayOptions {

    private static final int WIDEST = 400;

    @Option(
            names = "--width",
            paramLabel = "COLUMNS",
            description = "Columns to use, 40 to 400; the terminal's COLUMNS if set, else 100.")
    private @Nullable Integer width;

    Screen screen(Console console) {
        if (width == null) {
            return console.screen();
        }
        if (width < Screen.NARROWEST || width > WIDEST) {
            throw new UsageException("--width takes " + Screen.NARROWEST + " to " + WIDEST + " columns, not " + width);
        }
        return console.screen(width);
    }
}
