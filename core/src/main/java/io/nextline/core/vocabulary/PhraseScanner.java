package io.nextline.core.vocabulary;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    private final PhraseTrie trie = new PhraseTrie();
    private final List<List<T>> values = new ArrayList<>();
    private final int window;
    private final int back;

    /** Creates a scanner without phrases. */
    PhraseScanner(Negation negation) {
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
            int end = match == PhraseTrie.NONE ? PhraseTrie.endOfWord(text, i) : PhraseTrie.end(match);
            int value = match == PhraseTrie.NONE ? PhraseTrie.NONE : PhraseTrie.value(match);
            int next = PhraseTrie.skipSeparators(text, end);
            boolean sentenceEnds = next >= text.length() || endsSentence(text, end, next);
            if (value >= FIRST_VALUE) {
                pending = pending == null ? new Pending<>() : pending;
                pending.add(values.get(value - FIRST_VALUE), word, word <= negatedTo);
            } else if (value == AFTER || (value == BEFORE && sentenceEnds)) {
                takeBack(pending, word - back);
            } else if (value == BEFORE) {
                negatedTo = word + window;
            } else if (value == UNTIL) {
                negatedTo = -1;
            } else {
                found.word(text, i, end);
            }
            if (sentenceEnds && value != BEFORE) {
                negatedTo = -1;
            }
            word++;
            i = next;
        }
        if (pending != null) {
            pending.deliver(found);
        }
    }

    private static void takeBack(@Nullable Pending<?> pending, int from) {
        if (pending != null) {
            pending.negateFrom(from);
        }
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

        private final List<List<T>> meanings = new ArrayList<>(4);
        private final List<Integer> words = new ArrayList<>(4);
        private final List<Boolean> negated = new ArrayList<>(4);

        void add(List<T> meaning, int word, boolean isNegated) {
            meanings.add(meaning);
            words.add(word);
            negated.add(isNegated);
        }

        void negateFrom(int word) {
            for (int i = words.size() - 1; i >= 0 && words.get(i) >= word; i--) {
                negated.set(i, true);
            }
        }

        void deliver(Found<T> found) {
            for (int i = 0; i < meanings.size(); i++) {
                found.phrase(meanings.get(i), negated.get(i));
            }
        }
    }
}
