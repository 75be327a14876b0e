package io.nextline.cdshooks.operation;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One token bucket, kept as the time at which it is full again (the generic cell rate algorithm): one number, changed without a
 * lock. Thread-safe.
 */
final class TokenBuckets {

    private TokenBuckets() {}

    /**
     * Takes a token.
     *
     * @param fullAt when the bucket is full again, in nanoseconds; moves on if a token is taken
     * @param now the time in nanoseconds
     * @param rate how fast and how far it fills
     * @return 0 if a token was taken, else the nanoseconds until there is one
     */
    static long take(AtomicLong fullAt, long now, RateLimit rate) {
        long interval = TimeUnit.SECONDS.toNanos(1) / rate.perSecond();
        long depth = interval * rate.burst();
        while (true) {
            long before = fullAt.get();
            long start = Math.max(before, now);
            long wait = start + interval - depth - now;
            if (wait > 0) {
                return wait;
            }
            if (fullAt.compareAndSet(before, start + interval)) {
                return 0;
            }
        }
    }
}
