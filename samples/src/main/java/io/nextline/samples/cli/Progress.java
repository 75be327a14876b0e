package io.nextline.samples.cli;

/** One line on a terminal's standard error that says how far a long run is. Silent where nobody watches. Not thread-safe. */
final class Progress {

    private static final int WORTH_SHOWING = 10;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Console console;
    private final int of;
    private final boolean shown;
    private int at;

    Progress(Console console, int of) {
        this.console = console;
        this.of = of;
        // A terminal that shows colours also takes the code that clears a line.
        this.shown = console.colour() && of >= WORTH_SHOWING;
    }

    /** Says that the next one begins. */
    void next(String name) {
        at++;
        if (shown) {
            String line = at + " of " + of + "  " + name.replaceAll("\\p{Cntrl}", "?");
            console.err().print(CLEAR_LINE + line.substring(0, Math.min(line.length(), console.width() - 1)));
            console.err().flush();
        }
    }

    /** Wipes the line away. */
    void end() {
        if (shown) {
            console.err().print(CLEAR_LINE);
            console.err().flush();
        }
    }
}
