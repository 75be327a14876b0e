package io.nextline.core.fhir;

import org.jspecify.annotations.Nullable;

/**
 * When something happened. FHIR's {@code [x]DateTime} is a period whose start and end are the same date; a {@code Period}
 * keeps its own bounds, and an open bound is null.
 *
 * @param start the first date, or null if not stated
 * @param end the last date, or null if not stated
 */
public record Period(@Nullable FhirDate start, @Nullable FhirDate end) {

    /** Returns the period of one point in time. */
    public static Period at(FhirDate date) {
        return new Period(date, date);
    }

    /** Returns the start, else the end, else null. */
    public @Nullable FhirDate startOrEnd() {
        return start != null ? start : end;
    }
}
