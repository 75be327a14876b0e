package io.nextline.core.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the listed phrases of a text from left to right, longest first, without overlap, at word borders, and tells which of
 * them the text takes back.
 *
 * @param <T> what a phrase means
 */
final class PhraseScanner<T> {

    private static final int BEFORE = 0;
    private static final int AFTER = 1;
    private static final int UNTIL = 2;
    private static final int FIRST_VALUE = 3;
    private static final int USUAL_PHRASES = 2;

    private final PhraseTrie trie;
    private final List<List<T>> values = new ArrayList<>();
    private final int window;
    private final int back;

    /** Creates a scanner without phrases. */
    PhraseScanner(Negation negation) {
        this(negation, new PhraseTrie());
    }

    /** Creates a scanner that keeps its phrases in this trie, which must be empty. */
    PhraseScanner(Negation negation, PhraseTrie empty) {
        trie = empty;
        window = negation.window();
        back = negation.back();
        addAll(negation.before(), BEFORE);
        addAll(negation.after(), AFTER);
        addAll(negation.until(), UNTIL);
    }

    private void addAll(List<String> phrases, int value) {
        for (String phrase : phrases) {
            trie.add(phrase, value);
        }
    }

    /** Adds a meaning to a phrase; a phrase may have several. Returns false if the phrase is a word of negation. */
    boolean add(String phrase, T value) {
        int before = trie.add(phrase, FIRST_VALUE + values.size());
        if (before == PhraseTrie.NONE) {
            List<T> meanings = new ArrayList<>(1);
            meanings.add(value);
            values.add(meanings);
            return true;
        }
        if (before < FIRST_VALUE) {
            return false;
        }
        values.get(before - FIRST_VALUE).add(value);
        return true;
    }

    /** Takes what a scan finds. */
    interface Found<T> {
        /** A phrase and what it means; {@code negated} if the text takes it back. */
        void phrase(List<T> meanings, boolean negated);

        /** A word that belongs to no phrase. */
        default void word(String text, int from, int to) {}
    }

    /** Scans a text. Nothing is allocated unless a phrase is found. */
    void scan(String text, Found<T> found) {
        Pending<T> pending = null;
        int word = 0;
        int negatedTo = -1;
        int i = PhraseTrie.skipSeparators(text, 0);
        while (i < text.length()) {
            long match = trie.longest(text, i);
            int value = match == PhraseTrie.NONE ? PhraseTrie.NONE : PhraseTrie.value(match);
            int end = match == PhraseTrie.NONE ? PhraseTrie.endOfWord(text, i) : PhraseTrie.end(match);
            int next = PhraseTrie.skipSeparators(text, end);
            boolean last = next >= text.length() || endsSentence(text, end, next);
            if (value >= FIRST_VALUE) {
                pending = pending == null ? new Pending<>() : pending;
                pending.add(values.get(value - FIRST_VALUE), word, word <= negatedTo);
            } else if (value == PhraseTrie.NONE) {
                found.word(text, i, end);
            } else if (pending != null && takesBackWhatStandsBefore(value, last)) {
                pending.negateFrom(word - back);
            }
            negatedTo = reach(value, last, word, negatedTo);
            word++;
            i = next;
        }
        if (pending != null) {
            pending.deliver(found);
        }
    }

    /** A "no" at the end of a sentence answers what stands before it ("progression: no"). */
    private static boolean takesBackWhatStandsBefore(int value, boolean last) {
        return value == AFTER || (value == BEFORE && last);
    }

    /** Returns the last word that is taken back by a word before it; a sentence's end ends every reach. */
    private int reach(int value, boolean last, int word, int negatedTo) {
        if (last || value == UNTIL) {
            return -1;
        }
        return value == BEFORE ? word + window : negatedTo;
    }

    private static boolean endsSentence(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == ';' || c == '\n' || c == '|' || (c == '.' && i + 1 < text.length() && text.charAt(i + 1) <= ' ')) {
                return true;
            }
        }
        return false;
    }

    /** The phrases of one text, until it is known which are taken back. */
    private static final class Pending<T> {

        private final List<List<T>> meanings = new ArrayList<>(USUAL_PHRASES);
        // The word at which each phrase stands, as its complement once the phrase is taken back.
        private int[] words = new int[USUAL_PHRASES];

        void add(List<T> meaning, int word, boolean isNegated) {
            int at = meanings.size();
            if (at == words.length) {
                words = Arrays.copyOf(words, at * 2);
            }
            words[at] = isNegated ? ~word : word;
            meanings.add(meaning);
        }

        void negateFrom(int word) {
            for (int i = meanings.size() - 1; i >= 0 && Math.max(words[i], ~words[i]) >= word; i--) {
                words[i] = Math.min(words[i], ~words[i]);
            }
        }

        void deliver(Found<T> found) {
            for (int i = 0; i < meanings.size(); i++) {
                found.phrase(meanings.get(i), words[i] < 0);
            }
        }
    }
}
