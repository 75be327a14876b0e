package io.nextline.samples.cli.terminal;

import java.util.Map;

/** Reads the inline marks of one Markdown paragraph: emphasis, code, links, escapes, entities. Used once per paragraph. */
final class MarkdownWords {

    private static final Map<String, String> ENTITIES =
            Map.of("&lt;", "<", "&gt;", ">", "&amp;", "&", "&quot;", "\"", "&#39;", "'", "&#124;", "|", "&nbsp;", " ");
    private static final String ESCAPABLE = "\\`*_{}[]()#+-.!|<>~&\"'$%,/:;=?@^";

    private final String source;
    private final Style base;
    private final StringBuilder word = new StringBuilder();
    private Text text = Text.EMPTY;
    private boolean strong;
    private int at;

    private MarkdownWords(String source, Style base) {
        this.source = source;
        this.base = base;
    }

    static Text read(String source, Style base) {
        MarkdownWords words = new MarkdownWords(source, base);
        while (words.at < source.length()) {
            words.next();
        }
        words.flush();
        return words.text;
    }

    private void next() {
        char c = source.charAt(at);
        if (c == '\\' && at + 1 == source.length()) {
            at++;
        } else if (c == '\\' && ESCAPABLE.indexOf(source.charAt(at + 1)) >= 0) {
            word.append(source.charAt(at + 1));
            at += 2;
        } else if (source.startsWith("**", at) || source.startsWith("__", at)) {
            flush();
            strong = !strong;
            at += 2;
        } else if (source.startsWith("<br", at) && source.indexOf('>', at) > 0) {
            word.append(' ');
            at = source.indexOf('>', at) + 1;
        } else if (c == '<' || c == '[' || c == '`' || c == '&' || c == '*' || c == '_') {
            marked(c);
        } else {
            word.append(c);
            at++;
        }
    }

    private void marked(char mark) {
        boolean read = switch (mark) {
            case '<' -> autolink();
            case '[' -> link();
            case '`' -> code();
            case '&' -> entity();
            default -> emphasis(mark);
        };
        if (!read) {
            word.append(mark);
            at++;
        }
    }

    private boolean autolink() {
        int end = source.indexOf('>', at);
        if (end < 0 || !source.startsWith("http", at + 1)) {
            return false;
        }
        word.append(source, at + 1, end);
        at = end + 1;
        return true;
    }

    private boolean link() {
        int middle = source.indexOf("](", at);
        int end = middle < 0 ? -1 : source.indexOf(')', middle);
        if (end < 0) {
            return false;
        }
        flush();
        text = text.plus(read(source.substring(at + 1, middle), style()));
        text = text.plus(" (" + source.substring(middle + 2, end) + ")", Style.FAINT);
        at = end + 1;
        return true;
    }

    private boolean code() {
        int end = source.indexOf('`', at + 1);
        if (end < 0) {
            return false;
        }
        word.append(source, at + 1, end);
        at = end + 1;
        return true;
    }

    private boolean entity() {
        int end = source.indexOf(';', at);
        String replacement = end < 0 ? null : ENTITIES.get(source.substring(at, end + 1));
        if (replacement == null) {
            return false;
        }
        word.append(replacement);
        at = end + 1;
        return true;
    }

    /** Drops a single emphasis mark that opens or closes a word; one between two letters, or between spaces, stays. */
    private boolean emphasis(char mark) {
        boolean before = at > 0 && Character.isLetterOrDigit(source.charAt(at - 1));
        boolean after = at + 1 < source.length() && Character.isLetterOrDigit(source.charAt(at + 1));
        boolean closesLater = source.indexOf(mark, at + 1) >= 0 || source.lastIndexOf(mark, at - 1) >= 0;
        if (before == after || !closesLater) {
            return false;
        }
        at++;
        return true;
    }

    private Style style() {
        return strong ? Style.BOLD : base;
    }

    private void flush() {
        text = text.plus(word.toString(), style());
        word.setLength(0);
    }
}
