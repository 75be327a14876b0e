package io.nextline.core.fact;

/**
 * A number that dates or settings may leave open between two bounds.
 *
 * @param fewest the lower bound, at least 0
 * @param most the upper bound, not below the lower
 */
public record CountRange(int fewest, int most) {

    /** Checks the order of the bounds. */
    public CountRange {
        if (fewest < 0 || most < fewest) {
            throw new IllegalArgumentException("a range needs 0 <= fewest <= most, not " + fewest + " and " + most);
        }
    }

    /** Returns a number that is known. */
    public static CountRange exactly(int number) {
        return new CountRange(number, number);
    }

    /** Returns whether the bounds are one number. */
    public boolean isExact() {
        return fewest == most;
    }

    /** Returns it in words: {@code 2}, {@code 2 or 3}, {@code 2 to 4}. */
    public String words() {
        if (isExact()) {
            return Integer.toString(fewest);
        }
        return fewest + (most == fewest + 1 ? " or " : " to ") + most;
    }
}
