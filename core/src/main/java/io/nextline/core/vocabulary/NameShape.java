package io.nextline.core.vocabulary;

/**
 * Whether a word may be a name at all. A sponsor's laboratory code such as {@code MK-1234} or {@code BMS986299} names a drug under
 * study, but to nobody outside the trial, so it is no legible name. The codes of known drugs are in the vocabulary as names. Nor is
 * a name in another script legible: the vocabulary could not tell a cancer drug from any other.
 */
final class NameShape {

    private static final int LEGIBLE_LETTERS = 3;

    private static final int LONGEST_PREFIX = 5;
    private static final int FEWEST_DIGITS = 3;

    private NameShape() {}

    /** Returns whether the word between two places is legible as a name. */
    static boolean isLegible(String text, int from, int to) {
        int count = 0;
        for (int i = from; i < to && count < LEGIBLE_LETTERS; i++) {
            if (isLetter(text, i)) {
                count++;
            }
        }
        return count >= LEGIBLE_LETTERS && !isSponsorCode(text, from, to);
    }

    /** Returns where the letters of a word end to which a strength is glued. */
    static int beforeStrength(String text, int from, int to) {
        int end = from;
        while (end < to && !Letters.isDigit(Letters.at(text, end))) {
            end++;
        }
        return end;
    }

    /** Returns whether the word between two places is such a code, or its letters before a hyphen. */
    private static boolean isSponsorCode(String text, int from, int to) {
        int digits = from;
        while (digits < to && isLetter(text, digits)) {
            digits++;
        }
        int letters = digits - from;
        if (letters == 0 || letters > LONGEST_PREFIX) {
            return false;
        }
        boolean hyphen = digits == to && to < text.length() && text.charAt(to) == '-';
        return (digits < to || hyphen) && isNumber(text, hyphen ? digits + 1 : digits);
    }

    /** Three digits or more, at most one letter after them, and the word ends. */
    private static boolean isNumber(String text, int from) {
        int i = from;
        while (i < text.length() && Letters.isDigit(Letters.at(text, i))) {
            i++;
        }
        if (i - from < FEWEST_DIGITS) {
            return false;
        }
        int end = i < text.length() && isLetter(text, i) ? i + 1 : i;
        return end >= text.length() || Letters.at(text, end) == Letters.SEPARATOR;
    }

    private static boolean isLetter(String text, int index) {
        int symbol = Letters.at(text, index);
        return symbol != Letters.SEPARATOR && symbol < Letters.POINT && !Letters.isDigit(symbol);
    }
}
