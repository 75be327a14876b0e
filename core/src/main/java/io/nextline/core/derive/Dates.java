package io.nextline.core.derive;

import io.nextline.core.fhir.FhirDate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Comparing dates that may be whole months or years. */
final class Dates {

    /** By first possible day, then by last. */
    static final Comparator<FhirDate> BY_DAY =
            Comparator.comparing(FhirDate::earliest).thenComparing(FhirDate::latest);

    /** The same, with undated last. */
    static final Comparator<@Nullable FhirDate> NULLS_LAST = Comparator.nullsLast(BY_DAY);

    /** The same, with undated first. */
    static final Comparator<@Nullable FhirDate> NULLS_FIRST = Comparator.nullsFirst(BY_DAY);

    private Dates() {}

    /** Returns the date, or another where it is missing. */
    static @Nullable FhirDate orElse(@Nullable FhirDate date, @Nullable FhirDate other) {
        return date == null ? other : date;
    }

    /** Returns the earlier of two dates, either of which may be missing. */
    static @Nullable FhirDate earlier(@Nullable FhirDate a, @Nullable FhirDate b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return BY_DAY.compare(a, b) <= 0 ? a : b;
    }

    /** Returns the later of two dates by their last possible day, either of which may be missing. */
    static @Nullable FhirDate later(@Nullable FhirDate a, @Nullable FhirDate b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return isLater(a, b) ? a : b;
    }

    private static boolean isLater(FhirDate a, FhirDate b) {
        int byLatest = a.latest().compareTo(b.latest());
        return byLatest != 0 ? byLatest > 0 : BY_DAY.compare(a, b) >= 0;
    }

    /**
     * Returns when the first of two things happened, either of which may be missing: not later than the earlier of their last possible
     * days. A dose on a known day of 2023 leaves a start in {@code 2023} only the days up to it.
     */
    static @Nullable FhirDate first(@Nullable FhirDate a, @Nullable FhirDate b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        boolean isA = BY_DAY.compare(a, b) <= 0;
        FhirDate first = isA ? a : b;
        FhirDate other = isA ? b : a;
        return other.latest().isBefore(first.latest()) && !other.latest().isBefore(first.earliest())
                ? new FhirDate(first.text(), first.earliest(), other.latest())
                : first;
    }

    /** Returns when the last of two things happened, either of which may be missing: not before the later of their first possible days. */
    static @Nullable FhirDate last(@Nullable FhirDate a, @Nullable FhirDate b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        boolean isA = isLater(a, b);
        FhirDate last = isA ? a : b;
        FhirDate other = isA ? b : a;
        return other.earliest().isAfter(last.earliest()) && !other.earliest().isAfter(last.latest())
                ? new FhirDate(last.text(), other.earliest(), last.latest())
                : last;
    }

    /** Returns the fewest days that may lie from one date to the other; negative when the other may come first. */
    static long fewestDays(FhirDate from, FhirDate to) {
        return ChronoUnit.DAYS.between(from.latest(), to.earliest());
    }

    /** Returns the most days that may lie from one date to the other. */
    static long mostDays(FhirDate from, FhirDate to) {
        return ChronoUnit.DAYS.between(from.earliest(), to.latest());
    }

    /** Returns the days between the first possible days of two dates: the reading used where one must be chosen. */
    static long days(FhirDate from, FhirDate to) {
        return ChronoUnit.DAYS.between(from.earliest(), to.earliest());
    }

    /** Returns the days from the first possible day of a date to a day: the most that it may lie back. */
    static long mostDaysUntil(FhirDate from, LocalDate day) {
        return ChronoUnit.DAYS.between(from.earliest(), day);
    }

    /** Returns the days from the last possible day of a date to a day. */
    static long daysUntil(FhirDate from, LocalDate day) {
        return ChronoUnit.DAYS.between(from.latest(), day);
    }
}
