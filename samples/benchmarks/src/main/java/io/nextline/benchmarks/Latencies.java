package io.nextline.benchmarks;

import java.util.Arrays;

/** How long the calls of one client, or of all, took. Not thread-safe. */
public final class Latencies {

    private static final double NANOS_OF_MILLI = 1e6;
    private static final int START = 1024;

    private long[] nanos = new long[START];
    private int count;

    /** Adds a duration in nanoseconds. */
    public void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
    }

    /** Adds all of others. */
    public void addAll(Latencies others) {
        for (int i = 0; i < others.count; i++) {
            add(others.nanos[i]);
        }
    }

    /** Returns how many there are. */
    public int count() {
        return count;
    }

    /** Returns the smallest duration in milliseconds that this share of the calls did not exceed, or 0 without a call. */
    public double millisAt(double share) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * count);
        return sorted[Math.max(0, rank - 1)] / NANOS_OF_MILLI;
    }
}
