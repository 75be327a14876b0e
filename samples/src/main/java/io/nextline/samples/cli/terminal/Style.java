package io.nextline.samples.cli.terminal;

/** How a word stands out. Never the only carrier of a meaning: without colour the words alone must do. */
public enum Style {
    PLAIN(""),
    BOLD("1"),
    FAINT("2"),
    /** Met, done. */
    GOOD("32"),
    /** Not met, refused. */
    BAD("31"),
    /** Open, to be checked. */
    OPEN("33"),
    /** A heading. */
    HEADING("1;36"),
    /** A warning's head. */
    ALERT("1;33");

    private static final char ESCAPE = '\u001b';

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String apply(String text) {
        return code.isEmpty() || text.isBlank() ? text : ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m";
    }
}
