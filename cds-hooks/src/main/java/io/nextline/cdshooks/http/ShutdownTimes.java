package io.nextline.cdshooks.http;

import java.time.Duration;

/**
 * How long stopping takes at most.
 *
 * @param notice how long the service goes on answering after it has said that it is not ready any more, so that a load balancer can
 *     take it out
 * @param finish how long calls under way may take after that
 */
public record ShutdownTimes(Duration notice, Duration finish) {

    /** Refuses negative times. */
    public ShutdownTimes {
        if (notice.isNegative() || finish.isNegative()) {
            throw new IllegalArgumentException("a time to stop is 0 or above");
        }
    }

    /** Returns times for a server that nobody watches: no notice, 10 seconds to finish. */
    public static ShutdownTimes withoutNotice() {
        return new ShutdownTimes(Duration.ZERO, Duration.ofSeconds(10));
    }
}
