package io.nextline.core.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads stage groups and TNM categories word by word. Used for one text. */
final class StageReading {

    private static final int REACH_OF_KEYWORD = 4;
    private static final String PREFIXES = "CPYRA";
    private static final List<String> GROUPS = List.of("0", "I", "II", "III", "IV");

    @Nullable String group;

    @Nullable String t;

    @Nullable String n;

    @Nullable String m;

    /** Reads a text; a group counts where it stands alone or soon after a keyword such as "stage". */
    void read(String text, Set<String> keywords) {
        int reach = 0;
        int i = PhraseTrie.skipSeparators(text, 0);
        boolean alone =
                i < text.length() && PhraseTrie.skipSeparators(text, PhraseTrie.endOfWord(text, i)) == text.length();
        while (i < text.length()) {
            int end = PhraseTrie.endOfWord(text, i);
            String word = text.substring(i, end).toUpperCase(Locale.ROOT);
            if (keywords.contains(word)) {
                reach = REACH_OF_KEYWORD;
            } else if (!tnm(word)) {
                String found = alone || reach > 0 ? group(word) : null;
                group = group == null ? found : group;
                reach = found == null ? reach - 1 : 0;
            }
            i = PhraseTrie.skipSeparators(text, end);
        }
    }

    /** Reads a word such as CT3AN0M1; returns whether it is one from end to end. */
    private boolean tnm(String word) {
        int i = 0;
        String[] found = new String[3];
        while (i < word.length()) {
            while (i < word.length() && PREFIXES.indexOf(word.charAt(i)) >= 0) {
                i++;
            }
            int which = i < word.length() ? "TNM".indexOf(word.charAt(i)) : -1;
            if (which < 0 || i + 1 >= word.length() || !isCategory(word.charAt(i + 1))) {
                return false;
            }
            found[which] = word.substring(i + 1, i + 2);
            i += 2;
            while (i < word.length() && isSubcategory(word, i)) {
                i++;
            }
        }
        t = found[0] == null ? t : found[0];
        n = found[1] == null ? n : found[1];
        m = found[2] == null ? m : found[2];
        return found[0] != null || found[1] != null || found[2] != null;
    }

    private static boolean isSubcategory(String word, int i) {
        char c = word.charAt(i);
        return Character.isDigit(c) || (c >= 'A' && c <= 'D' && !startsNext(word, i));
    }

    private static boolean startsNext(String word, int i) {
        return i + 1 < word.length() && "TNM".indexOf(word.charAt(i + 1)) >= 0;
    }

    private static boolean isCategory(char c) {
        return (c >= '0' && c <= '4') || c == 'X';
    }

    /** Reads IVA, 3C, 4, III2 and the like; null if the word is no stage group. */
    private static @Nullable String group(String word) {
        int digits = 0;
        while (digits < word.length() && "IV".indexOf(word.charAt(digits)) >= 0) {
            digits++;
        }
        String rest = word.substring(digits);
        String roman = word.substring(0, digits);
        if (digits == 0 && !word.isEmpty() && word.charAt(0) >= '0' && word.charAt(0) <= '4') {
            roman = GROUPS.get(word.charAt(0) - '0');
            rest = word.substring(1);
        }
        boolean known = GROUPS.contains(roman);
        return known && isSubdivision(rest) ? roman : null;
    }

    private static boolean isSubdivision(String rest) {
        if (rest.isEmpty()) {
            return true;
        }
        boolean letter = rest.charAt(0) >= 'A' && rest.charAt(0) <= 'D';
        return letter && (rest.length() == 1 || (rest.length() == 2 && Character.isDigit(rest.charAt(1))));
    }

    boolean isEmpty() {
        return group == null && t == null && n == null && m == null;
    }

    StageValue value(@Nullable Spread stated, String matched) {
        return new StageValue(group, t, n, m, stated != null ? stated : spread(), matched);
    }

    private @Nullable Spread spread() {
        if ("1".equals(m) || ("IV".equals(group) && !"0".equals(m))) {
            return Spread.METASTATIC;
        }
        if ("IV".equals(group) || "III".equals(group) || "4".equals(t)) {
            return Spread.LOCALLY_ADVANCED;
        }
        if ("0".equals(m) && ("2".equals(n) || "3".equals(n))) {
            return Spread.LOCALLY_ADVANCED;
        }
        boolean early = "0".equals(m) && "0".equals(n) && ("1".equals(t) || "2".equals(t));
        return group != null || early ? Spread.LOCALISED : null;
    }
}
