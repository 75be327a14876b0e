package io.nextline.cdshooks.fetch;

import java.time.Duration;

/**
 * How much one call may fetch.
 *
 * @param soft from the start of the call until fetches that are not required are dropped
 * @param hard from the start of the call until nothing is waited for any more
 * @param total for all fetches of a call together
 * @param connect for opening one connection
 * @param parallel fetches at a time
 * @param searches searches for prefetch keys in one call; pages, retries and Medication batches do not count
 * @param pages pages of one search, the one in prefetch included
 * @param pageSize the {@code _count} that is asked for
 * @param bytes bytes of all answers together
 * @param medications Medication resources that are fetched because others refer to them
 */
public record FetchLimits(
        Duration soft,
        Duration hard,
        Duration total,
        Duration connect,
        int parallel,
        int searches,
        int pages,
        int pageSize,
        long bytes,
        int medications) {

    private static final long MEBIBYTE = 1024L * 1024L;

    /** Refuses bounds that are not positive (only {@code searches} and {@code medications} may be 0). */
    public FetchLimits {
        boolean times = isPositive(soft) && isPositive(hard) && isPositive(total) && isPositive(connect);
        if (!times || parallel < 1 || pages < 1 || pageSize < 1 || bytes < 1 || searches < 0 || medications < 0) {
            throw new IllegalArgumentException("every bound on fetching needs to be positive");
        }
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    /** Returns the usual limits: 400 ms and 3 s, 2 s in all, 4 at a time, 8 searches of 5 pages, 8 MiB, 200 Medications. */
    public static FetchLimits usual() {
        return new FetchLimits(
                Duration.ofMillis(400),
                Duration.ofSeconds(3),
                Duration.ofSeconds(2),
                Duration.ofMillis(500),
                4,
                8,
                5,
                200,
                8 * MEBIBYTE,
                200);
    }
}
