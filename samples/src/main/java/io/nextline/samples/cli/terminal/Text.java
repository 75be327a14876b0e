package io.nextline.samples.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * A line or paragraph of styled words. Control characters are replaced when it is built, so that
 * text of a file cannot steer the terminal.
 *
 * @param spans its parts from left to right
 */
public record Text(List<Span> spans) {

    /** Nothing. */
    public static final Text EMPTY = new Text(List.of());

    /**
     * Characters of one style.
     *
     * @param text the characters, free of control characters
     * @param style how they stand out
     */
    public record Span(String text, Style style) {

        /** Replaces control characters and marks that change the direction of writing. */
        public Span {
            text = harmless(text);
        }

        private static String harmless(String text) {
            StringBuilder clean = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean space = c == '\n' || c == '\r' || c == '\t' || c == '\u00a0';
                clean.append(space ? ' ' : isHarmful(c) ? '\ufffd' : c);
            }
            return clean.toString();
        }

        private static boolean isHarmful(char c) {
            return Character.isISOControl(c) || (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
        }
    }

    /** Copies the parts. */
    public Text {
        spans = List.copyOf(spans);
    }

    /** Returns unstyled text. */
    public static Text of(String text) {
        return of(text, Style.PLAIN);
    }

    /** Returns text of one style. */
    public static Text of(String text, Style style) {
        return text.isEmpty() ? EMPTY : new Text(List.of(new Span(text, style)));
    }

    /** Returns this text followed by another. */
    public Text plus(Text more) {
        List<Span> all = new ArrayList<>(spans);
        all.addAll(more.spans);
        return new Text(all);
    }

    /** Returns this text followed by unstyled text. */
    public Text plus(String more) {
        return plus(of(more));
    }

    /** Returns this text followed by more of a style. */
    public Text plus(String more, Style style) {
        return plus(of(more, style));
    }

    /** Returns this text after spaces. */
    public Text indented(int columns) {
        return of(" ".repeat(columns)).plus(this);
    }

    /** Returns this text filled with spaces on the right up to a width. */
    public Text padded(int width) {
        int missing = width - width();
        return missing <= 0 ? this : plus(" ".repeat(missing));
    }

    /** Returns the characters without styles. */
    public String plain() {
        StringBuilder plain = new StringBuilder();
        spans.forEach(span -> plain.append(span.text()));
        return plain.toString();
    }

    /** Returns how many columns it takes. */
    public int width() {
        int width = 0;
        for (Span span : spans) {
            width += Columns.of(span.text());
        }
        return width;
    }

    /** Returns the columns of its longest word. */
    public int longestWord() {
        int longest = 0;
        int start = 0;
        String plain = plain();
        for (int i = 0; i <= plain.length(); i++) {
            if (i == plain.length() || plain.charAt(i) == ' ') {
                longest = Math.max(longest, Columns.of(plain.substring(start, i)));
                start = i + 1;
            }
        }
        return longest;
    }

    /** Returns it as lines no wider than {@code width}, broken at spaces, within a word only where the word is wider. */
    public List<Text> wrapped(int width) {
        String plain = plain();
        int room = Math.max(1, width);
        List<Text> lines = new ArrayList<>();
        int start = 0;
        for (int end = Columns.end(plain, start, room); end < plain.length(); end = Columns.end(plain, start, room)) {
            int space = plain.lastIndexOf(' ', end);
            // At least one character a line, however wide it is.
            int within = Math.max(end, plain.offsetByCodePoints(start, 1));
            int cut = space > start && !plain.substring(start, space).isBlank() ? space : within;
            lines.add(slice(start, trimEnd(plain, start, cut)));
            start = skipSpaces(plain, cut);
        }
        if (start < plain.length() || lines.isEmpty()) {
            lines.add(slice(start, trimEnd(plain, start, plain.length())));
        }
        return lines;
    }

    /** Returns it as lines of which the second and later ones start after {@code hang} spaces. */
    public List<Text> wrappedHanging(int width, int hang) {
        List<Text> lines = new ArrayList<>();
        List<Text> whole = wrapped(width);
        if (whole.size() == 1) {
            return whole;
        }
        Text first = whole.get(0);
        lines.add(first);
        int rest = skipSpaces(plain(), first.plain().length());
        slice(rest, plain().length()).wrapped(width - hang).forEach(line -> lines.add(line.indented(hang)));
        return lines;
    }

    /** Returns the characters with the terminal's colour codes, or without them. */
    public String render(boolean colour) {
        if (!colour) {
            return plain();
        }
        StringBuilder rendered = new StringBuilder();
        spans.forEach(span -> rendered.append(span.style().apply(span.text())));
        return rendered.toString();
    }

    private static int trimEnd(String plain, int start, int end) {
        int trimmed = end;
        while (trimmed > start && plain.charAt(trimmed - 1) == ' ') {
            trimmed--;
        }
        return trimmed;
    }

    private static int skipSpaces(String plain, int from) {
        int at = from;
        while (at < plain.length() && plain.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private Text slice(int from, int to) {
        List<Span> parts = new ArrayList<>();
        int offset = 0;
        for (Span span : spans) {
            int begin = Math.max(from - offset, 0);
            int end = Math.min(to - offset, span.text().length());
            if (begin < end) {
                parts.add(new Span(span.text().substring(begin, end), span.style()));
            }
            offset += span.text().length();
        }
        return new Text(parts);
    }
}
