package io.nextline.cdshooks.security.key;

import java.time.Duration;

/**
 * How long keys are kept.
 *
 * @param refreshAfter age at which keys are read again, while the old ones still serve; a key that was removed is refused after this
 *     time at the latest
 * @param minimumInterval least time between two attempts to read, whatever tokens ask for
 * @param maximumAge age above which keys are not used; while they cannot be read again, calls are answered with 503
 */
public record KeyCaching(Duration refreshAfter, Duration minimumInterval, Duration maximumAge) {

    /** Returns the usual times: 5 minutes, 10 seconds, 4 hours. */
    public static KeyCaching usual() {
        return new KeyCaching(Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofHours(4));
    }
}
