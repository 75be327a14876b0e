package io.nextline.samples.cli.terminal;

/** How many columns of a terminal text takes: East Asian characters and pictures two, marks that combine with the one before none. */
final class Columns {

    /** Below it every character takes one column. */
    private static final int FIRST_ODD = 0x300;

    /** From and to, both inclusive, of what is shown two columns wide; after Unicode's East Asian Width W and F. */
    private static final int[][] WIDE = {
        {0x1100, 0x115f},
        {0x2e80, 0x303e},
        {0x3041, 0xa4cf},
        {0xac00, 0xd7a3},
        {0xf900, 0xfaff},
        {0xfe30, 0xfe6f},
        {0xff00, 0xff60},
        {0xffe0, 0xffe6},
        {0x1f300, 0x1f64f},
        {0x1f900, 0x1faff},
        {0x20000, 0x3fffd}
    };

    private Columns() {}

    static int of(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            columns += of(point);
            i += Character.charCount(point);
        }
        return columns;
    }

    /** Returns the index up to which the text from {@code start} on takes no more than {@code room} columns. */
    static int end(String text, int start, int room) {
        int columns = 0;
        int at = start;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            columns += of(point);
            if (columns > room) {
                return at;
            }
            at += Character.charCount(point);
        }
        return at;
    }

    private static int of(int point) {
        if (point < FIRST_ODD) {
            return 1;
        }
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int[] range : WIDE) {
            if (point >= range[0] && point <= range[1]) {
                return 2;
            }
        }
        return 1;
    }
}
