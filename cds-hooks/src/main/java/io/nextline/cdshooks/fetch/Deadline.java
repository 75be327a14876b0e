package io.nextline.cdshooks.fetch;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Until when a call may take its time, by a source of elapsed nanoseconds that tests can set. Immutable and thread-safe. */
public final class Deadline {

    private final LongSupplier nanos;
    private final long start;
    private final long soft;
    private final long hard;

    private Deadline(LongSupplier nanos, long start, long soft, long hard) {
        this.nanos = nanos;
        this.start = start;
        this.soft = soft;
        this.hard = hard;
    }

    /**
     * Starts now.
     *
     * @param nanos elapsed nanoseconds from any origin, as {@code System::nanoTime} tells them
     * @param soft until what is not required is dropped
     * @param hard until nothing is waited for any more
     */
    public static Deadline start(LongSupplier nanos, Duration soft, Duration hard) {
        return new Deadline(nanos, nanos.getAsLong(), soft.toNanos(), hard.toNanos());
    }

    /** Returns this deadline, or an earlier one if so much time from now on is less. */
    Deadline within(Duration total) {
        return new Deadline(nanos, start, soft, Math.min(hard, elapsed() + total.toNanos()));
    }

    private long elapsed() {
        return nanos.getAsLong() - start;
    }

    /** Returns the time left for what is required; zero when there is none. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, hard - elapsed()));
    }

    /** Returns the time left for what is not required; zero when there is none. */
    public Duration softLeft() {
        return Duration.ofNanos(Math.max(0, Math.min(soft, hard) - elapsed()));
    }
}
