package io.nextline.core.derive;

import org.jspecify.annotations.Nullable;

/**
 * Reads a score, or a range of two neighbouring ones, from a short text such as {@code ECOG 1}, {@code PS 0-1} or {@code 80%}. A text
 * with any other number says nothing: which of them is the score would be a guess.
 */
final class ScoreText {

    private static final int MOST_DIGITS = 3;

    private final String text;
    private final boolean percent;
    private final int[] numbers = new int[3];
    private int count;
    private int endOfFirst;
    private int startOfSecond;

    private ScoreText(String text, boolean percent) {
        this.text = text;
        this.percent = percent;
    }

    /**
     * Returns the scores as {@code {lowest, highest}}, or null.
     *
     * @param percent whether the scale itself is written in per cent; if not, a percentage is no score
     */
    static int @Nullable [] read(String text, boolean percent) {
        ScoreText reader = new ScoreText(text, percent);
        reader.scan();
        return reader.result();
    }

    private void scan() {
        int i = 0;
        while (i < text.length() && count < numbers.length) {
            if (!isDigit(i)) {
                i++;
                continue;
            }
            int start = i;
            while (i < text.length() && (isDigit(i) || isPoint(i))) {
                i++;
            }
            if (percent || !isFollowedByPercent(i)) {
                note(start, i);
            }
        }
    }

    private void note(int start, int end) {
        boolean glued = start > 0 && (Character.isLetter(text.charAt(start - 1)) || text.charAt(start - 1) == '.');
        boolean whole = end - start <= MOST_DIGITS && !glued;
        boolean decimal = text.substring(start, end).indexOf('.') >= 0;
        numbers[count] = whole && !decimal ? Integer.parseInt(text.substring(start, end)) : -1;
        if (count == 0) {
            endOfFirst = end;
        } else if (count == 1) {
            startOfSecond = start;
        }
        count++;
    }

    private int @Nullable [] result() {
        if (count == 1 && numbers[0] >= 0) {
            return new int[] {numbers[0], numbers[0]};
        }
        boolean range = count == 2
                && numbers[0] >= 0
                && numbers[1] > numbers[0]
                && isRange(text.substring(endOfFirst, startOfSecond));
        return range ? new int[] {numbers[0], numbers[1]} : null;
    }

    private boolean isDigit(int i) {
        return text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    private boolean isPoint(int i) {
        return text.charAt(i) == '.' && i + 1 < text.length() && isDigit(i + 1);
    }

    private boolean isFollowedByPercent(int end) {
        int i = end;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i < text.length() && text.charAt(i) == '%';
    }

    private static boolean isRange(String between) {
        return switch (between.strip()) {
            case "-", "\u2013", "to", "or", "bis", "/", "%-", "% -", "%\u2013" -> true;
            default -> false;
        };
    }
}
