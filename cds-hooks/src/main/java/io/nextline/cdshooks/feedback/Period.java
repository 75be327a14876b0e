package io.nextline.cdshooks.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A time in which feedback was received.
 *
 * @param from its first moment
 * @param until the moment after its last
 */
public record Period(Instant from, Instant until) {

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 30);

    /** All times. */
    public static final Period ALL = ofDays(null, null);

    /**
     * Returns the time from the beginning of a day to the end of another, in UTC.
     *
     * @param first the first day, null for no beginning
     * @param last the last day, null for no end
     */
    public static Period ofDays(@Nullable LocalDate first, @Nullable LocalDate last) {
        LocalDate from = first == null || first.isBefore(FIRST_DAY) ? FIRST_DAY : first;
        LocalDate to = last == null || last.isAfter(LAST_DAY) ? LAST_DAY : last;
        return new Period(
                from.atStartOfDay().toInstant(ZoneOffset.UTC),
                to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    boolean holds(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}
