package io.nextline.cdshooks.fetch;

import java.time.Duration;

/**
 * When a failing FHIR server is left alone.
 *
 * @param window how many of the latest fetches are looked at
 * @param fewest how many there have to be before anything is concluded from them
 * @param failurePercent the share of failures, in percent, from which on the server is left alone
 * @param pause for how long it is left alone; then one fetch tries it
 */
public record BreakerSettings(int window, int fewest, int failurePercent, Duration pause) {

    /** Checks the ranges. */
    public BreakerSettings {
        if (fewest < 1 || window < fewest || failurePercent < 1 || failurePercent > 100 || pause.isNegative()) {
            throw new IllegalArgumentException("a breaker needs 1 <= fewest <= window and 1 to 100 percent");
        }
    }

    /** Returns the usual settings: half of the latest 20, of 10 at least; 30 s. */
    public static BreakerSettings usual() {
        return new BreakerSettings(20, 10, 50, Duration.ofSeconds(30));
    }
}
