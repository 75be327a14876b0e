package io.nextline.cdshooks.http;

/**
 * How long one waits at a turnstile. A service that has just started is slow, not overloaded: it gets a longer time, and nobody is
 * turned away by its pace, until it has done so many calls.
 *
 * @param millis how long one waits, in milliseconds; whoever would wait longer at the present pace is turned away at once
 * @param coldMillis how long one waits while the service is cold
 * @param coldCalls how many calls it takes to get warm
 */
record Patience(long millis, long coldMillis, long coldCalls) {

    private static final int CALLS_TO_GET_WARM = 300;

    /** Returns the patience with calls of services. */
    static Patience of(ServerLimits limits) {
        return new Patience(limits.longestWait().toMillis(), limits.coldWait().toMillis(), CALLS_TO_GET_WARM);
    }

    /** Returns one that never looks at the pace. */
    static Patience always(long millis) {
        return new Patience(millis, millis, Long.MAX_VALUE);
    }
}
