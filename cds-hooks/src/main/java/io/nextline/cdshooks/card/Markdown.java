package io.nextline.cdshooks.card;

/**
 * Text for GitHub Flavored Markdown. Cards are drawn by programs that may render raw HTML and follow images, so what enters them
 * is made inert first.
 */
public final class Markdown {

    private static final int LONGEST = 200;

    private Markdown() {}

    /**
     * Makes text of unknown origin inert: punctuation that Markdown may read is escaped, line ends become spaces, control and
     * direction characters go, and what is longer than 200 characters is cut. Addresses get a space, since GitHub's Markdown makes
     * links of them after it has taken the escapes away: {@code https: //x}, {@code www. x}, {@code a@ x}.
     */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int taken = 0;
        for (int i = 0; i < text.length() && taken < LONGEST; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (append(out, c)) {
                taken++;
            }
        }
        return out.toString().strip();
    }

    private static boolean append(StringBuilder out, int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return appendSpace(out);
        }
        int type = Character.getType(c);
        if (type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE) {
            return false;
        }
        if (isPunctuation(c)) {
            appendPunctuation(out, (char) c);
        } else {
            out.appendCodePoint(c);
        }
        return true;
    }

    private static void appendPunctuation(StringBuilder out, char c) {
        if (c == '/' && endsWith(out, "\\:")) {
            appendSpace(out);
        }
        boolean breaks = c == '@' || (c == '.' && endsWith(out, "www"));
        out.append('\\').append(c);
        if (breaks) {
            appendSpace(out);
        }
    }

    private static boolean endsWith(StringBuilder out, String end) {
        int from = out.length() - end.length();
        return from >= 0 && out.substring(from).equalsIgnoreCase(end);
    }

    private static boolean appendSpace(StringBuilder out) {
        if (out.isEmpty() || out.charAt(out.length() - 1) == ' ') {
            return false;
        }
        out.append(' ');
        return true;
    }

    private static boolean isPunctuation(int c) {
        return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
    }

    /**
     * Puts a text of the evidence base on one line, ready for a table cell: readable as it stands, so nothing is escaped that
     * does no harm.
     */
    static String line(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                appendSpace(out);
            } else if (c == '|') {
                out.append('/');
            } else {
                out.append(c);
                if (c == '<' && i + 1 < text.length() && !Character.isDigit(text.charAt(i + 1))) {
                    appendSpace(out);
                }
            }
        }
        return out.toString().strip();
    }
}
