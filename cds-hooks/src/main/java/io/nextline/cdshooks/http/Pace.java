package io.nextline.cdshooks.http;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How fast places become free at a turnstile while all of them are taken: an average of the latest times between two departures, in
 * which older ones fade. Guarded by the lock of the turnstile.
 */
final class Pace {

    private static final double WEIGHT = 1.0 / 8;

    private final LongSupplier nanos;
    private long mark;
    private double spacing;
    private long departures;

    /**
     * Makes a pace.
     *
     * @param nanos elapsed nanoseconds from any origin
     */
    Pace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The last place has been taken. */
    void full() {
        mark = nanos.getAsLong();
    }

    /**
     * Somebody leaves a place.
     *
     * @param wasFull whether all places were taken up to now
     */
    void departure(boolean wasFull) {
        departures++;
        if (wasFull) {
            long now = nanos.getAsLong();
            spacing += WEIGHT * (now - mark - spacing);
            mark = now;
        }
    }

    /** Returns how many have left. */
    long departures() {
        return departures;
    }

    /** Returns how many milliseconds it takes, at the present pace, until so many have left. */
    double millisUntil(int leaving) {
        return leaving * spacing / TimeUnit.MILLISECONDS.toNanos(1);
    }
}
