package io.nextline.core.vocabulary;

import java.util.Arrays;

/**
 * Phrases by their letters, for longest match. Transitions stand in one open hash table of ints, so that a word which begins no
 * phrase costs one or two probes and no allocation. Filled while loading, then only read.
 */
final class PhraseTrie {

    /** No phrase. */
    static final int NONE = -1;

    private static final int ROOT = 0;
    private static final int BITS = 6;
    private static final int SHORTEST_NAME = 5;

    private int[] keys = new int[1 << 12];
    private int[] targets = new int[1 << 12];
    private int[] whole = new int[1 << 9];
    private int[] open = new int[1 << 9];
    private int nodes = 1;
    private int transitions;
    private final boolean digitsEndWords;

    /** Creates an empty trie in which a phrase ends where a word ends. */
    PhraseTrie() {
        this(false);
    }

    /**
     * Creates an empty trie.
     *
     * @param digitsEndWords whether a long phrase of letters may also end before a digit, as senders glue a strength to a name
     */
    PhraseTrie(boolean digitsEndWords) {
        this.digitsEndWords = digitsEndWords;
        Arrays.fill(whole, NONE);
        Arrays.fill(open, NONE);
    }

    /**
     * Adds a phrase. One that ends with an asterisk matches the beginning of a word.
     *
     * @param phrase at least one letter or digit
     * @param value 0 or more
     * @return the value already there, or {@link #NONE} if the phrase is new and now has this value
     */
    int add(String phrase, int value) {
        int node = ROOT;
        boolean gap = false;
        for (int i = 0; i < phrase.length(); i++) {
            int symbol = Letters.at(phrase, i);
            if (symbol == Letters.SEPARATOR) {
                gap = node != ROOT;
                continue;
            }
            node = child(gap ? child(node, Letters.SPACE) : node, symbol);
            gap = false;
        }
        int[] values = phrase.endsWith("*") ? open : whole;
        if (values[node] == NONE) {
            values[node] = value;
            return NONE;
        }
        return values[node];
    }

    /**
     * Finds the longest phrase that begins at a place, which must be the start of a word.
     *
     * @return the value and the end of the match as {@code value << 32 | end}, or {@link #NONE}
     */
    long longest(String text, int from) {
        int node = ROOT;
        long best = NONE;
        int i = from;
        while (i < text.length()) {
            int symbol = Letters.at(text, i);
            if (symbol == Letters.SEPARATOR) {
                i = skipSeparators(text, i);
                node = next(node, Letters.SPACE);
            } else if (symbol == Letters.IGNORED) {
                i++;
                continue;
            } else {
                i++;
                node = next(node, symbol);
                if (node != NONE) {
                    best = better(text, node, from, i, best);
                }
            }
            if (node == NONE) {
                break;
            }
        }
        return best;
    }

    private long better(String text, int node, int from, int end, long best) {
        if (whole[node] != NONE && isBorder(text, from, end)) {
            return pack(whole[node], end);
        }
        return open[node] == NONE ? best : pack(open[node], endOfWord(text, end));
    }

    /**
     * Finds the longest listed beginning of a code; points are left out, and the code ends at the first space.
     *
     * @return the value, or {@link #NONE}
     */
    int longestPrefix(String code) {
        int node = ROOT;
        int best = NONE;
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) == '.') {
                continue;
            }
            node = next(node, Letters.at(code, i));
            if (node == NONE) {
                return best;
            }
            if (whole[node] != NONE) {
                best = whole[node];
            }
        }
        return best;
    }

    /** Returns whether the word between two places ends with one of the phrases, which were added back to front. */
    boolean endsBackwards(String text, int from, int to) {
        int node = ROOT;
        for (int i = to - 1; i >= from; i--) {
            int symbol = Letters.at(text, i);
            if (symbol == Letters.IGNORED) {
                continue;
            }
            node = next(node, symbol);
            if (node == NONE) {
                return false;
            }
            if (whole[node] != NONE) {
                return true;
            }
        }
        return false;
    }

    static int value(long match) {
        return (int) (match >> 32);
    }

    static int end(long match) {
        return (int) match;
    }

    /** Returns the place after the run of separators at this place. */
    static int skipSeparators(String text, int from) {
        int i = from;
        while (i < text.length() && isBetweenWords(Letters.at(text, i))) {
            i++;
        }
        return i;
    }

    private static boolean isBetweenWords(int symbol) {
        return symbol == Letters.SEPARATOR || symbol == Letters.IGNORED;
    }

    /** Returns the place after the word at this place. */
    static int endOfWord(String text, int from) {
        int i = from;
        while (i < text.length() && Letters.at(text, i) != Letters.SEPARATOR) {
            i++;
        }
        return i;
    }

    private boolean isBorder(String text, int from, int end) {
        int i = end;
        while (i < text.length() && Letters.at(text, i) == Letters.IGNORED) {
            i++;
        }
        if (i >= text.length()) {
            return true;
        }
        int next = Letters.at(text, i);
        return next == Letters.SEPARATOR || (digitsEndWords && Letters.isDigit(next) && isName(text, from, end));
    }

    private static boolean isName(String text, int from, int end) {
        return end - from >= SHORTEST_NAME && !Letters.isDigit(Letters.at(text, end - 1));
    }

    private static long pack(int value, int end) {
        return (long) value << 32 | end;
    }

    private int next(int node, int symbol) {
        int key = (node << BITS | symbol) + 1;
        int mask = keys.length - 1;
        for (int slot = hash(key) & mask; keys[slot] != 0; slot = (slot + 1) & mask) {
            if (keys[slot] == key) {
                return targets[slot];
            }
        }
        return NONE;
    }

    private int child(int node, int symbol) {
        int existing = next(node, symbol);
        if (existing != NONE) {
            return existing;
        }
        if (transitions * 2 >= keys.length) {
            grow();
        }
        if (nodes == whole.length) {
            whole = extended(whole);
            open = extended(open);
        }
        put((node << BITS | symbol) + 1, nodes);
        transitions++;
        return nodes++;
    }

    private void put(int key, int target) {
        int mask = keys.length - 1;
        int slot = hash(key) & mask;
        while (keys[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        keys[slot] = key;
        targets[slot] = target;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldTargets = targets;
        keys = new int[oldKeys.length * 2];
        targets = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                put(oldKeys[i], oldTargets[i]);
            }
        }
    }

    private static int[] extended(int[] values) {
        int[] longer = Arrays.copyOf(values, values.length * 2);
        Arrays.fill(longer, values.length, longer.length, NONE);
        return longer;
    }

    private static int hash(int key) {
        int h = key * 0x9E3779B9;
        return h ^ (h >>> 16);
    }
}
