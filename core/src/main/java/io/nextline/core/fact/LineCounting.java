package io.nextline.core.fact;

import java.util.List;

/**
 * How a line of therapy was counted.
 *
 * @param position which line for advanced disease it is: a range where dates or settings leave it open, 0 to 0 in a curative setting
 * @param rules the rules that opened, kept and ended it, each once, in the order of {@link LineRule}
 */
public record LineCounting(CountRange position, List<LineRule> rules) {

    /** Copies the rules. */
    public LineCounting {
        rules = List.copyOf(rules);
    }

    /** Returns the counting of a line whose place is known. */
    public static LineCounting of(int position, LineRule... rules) {
        return new LineCounting(CountRange.exactly(position), List.of(rules));
    }

    /** Returns the rules in words. */
    String words() {
        StringBuilder words = new StringBuilder();
        for (LineRule rule : rules) {
            words.append(words.isEmpty() ? "" : "; ").append(rule.words());
        }
        return words.toString();
    }
}
