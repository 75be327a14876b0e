package io.nextline.cdshooks.operation;

/**
 * How often something may happen.
 *
 * @param perSecond how often in the long run, 1 to 1,000,000; 0 for no limit
 * @param burst how many at once after a pause, at least 1
 */
public record RateLimit(int perSecond, int burst) {

    private static final int HIGHEST = 1_000_000;

    /** Checks the ranges. */
    public RateLimit {
        if (perSecond < 0 || perSecond > HIGHEST || burst < 1 || burst > HIGHEST) {
            throw new IllegalArgumentException(
                    "a rate needs 0 to " + HIGHEST + " per second and a burst of 1 to " + HIGHEST);
        }
    }

    /** Returns no limit. */
    public static RateLimit none() {
        return new RateLimit(0, 1);
    }

    /** Returns whether it limits anything. */
    public boolean isOn() {
        return perSecond > 0;
    }
}
