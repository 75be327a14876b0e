package io.nextline.core.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A FHIR date, dateTime or instant as the interval of calendar days that it may mean. {@code 2021} is any day of that year,
 * never the first of January. Times and offsets are dropped: the day as written counts, because feeds shift midnights.
 *
 * @param text the date part as written: {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}
 * @param earliest the first day it may mean
 * @param latest the last day it may mean, not before {@code earliest}
 */
public record FhirDate(String text, LocalDate earliest, LocalDate latest) {

    private static final LocalDate LIVING_MEMORY = LocalDate.of(1905, 1, 1);

    /** The day from which computers count, and how it looks west of Greenwich. */
    private static final int EPOCH_YEAR = 1970;

    private static final Set<LocalDate> EPOCH = Set.of(LocalDate.of(1970, 1, 1), LocalDate.of(1969, 12, 31));

    /** Checks the order of the bounds. */
    public FhirDate {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException("a date needs earliest <= latest");
        }
    }

    // Spelled out, as in Provenance: a record's own are put together by the virtual machine when first called, and a
    // launch waits.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FhirDate date
                && text.equals(date.text)
                && earliest.equals(date.earliest)
                && latest.equals(date.latest);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns a date of day precision. */
    public static FhirDate of(LocalDate day) {
        return new FhirDate(day.toString(), day, day);
    }

    /**
     * Reads a FHIR date, dateTime or instant.
     *
     * @return the date, or null if the text is none: the caller keeps the entry's problem, the text itself is not repeated
     */
    public static @Nullable FhirDate parse(String written) {
        int length = written.length();
        try {
            if (length == 4) {
                int year = digits(written, 0, 4);
                return new FhirDate(written, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
            }
            if (length == 7 && written.charAt(4) == '-') {
                YearMonth month = YearMonth.of(digits(written, 0, 4), digits(written, 5, 7));
                return new FhirDate(written, month.atDay(1), month.atEndOfMonth());
            }
            return length == 10 || (length > 10 && written.charAt(10) == 'T') ? day(written) : null;
        } catch (DateTimeException | NumberFormatException notADate) {
            return null;
        }
    }

    private static @Nullable FhirDate day(String written) {
        if (written.charAt(4) != '-' || written.charAt(7) != '-') {
            return null;
        }
        LocalDate day = LocalDate.of(digits(written, 0, 4), digits(written, 5, 7), digits(written, 8, 10));
        return new FhirDate(written.length() == 10 ? written : written.substring(0, 10), day, day);
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                throw new NumberFormatException("not a digit");
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    /** Returns whether this is one known day. */
    public boolean isDay() {
        return earliest.equals(latest);
    }

    /** Returns whether every day it may mean lies after the given day. */
    public boolean isSurelyAfter(LocalDate day) {
        return earliest.isAfter(day);
    }

    /** Returns whether every day it may mean lies before the given day. */
    public boolean isSurelyBefore(LocalDate day) {
        return latest.isBefore(day);
    }

    /**
     * Returns whether it lies before the birth of anybody alive. Systems write such dates where they know none: 1 January 1900, 30
     * December 1899, 1 January of the year 1.
     */
    public boolean isBeforeLivingMemory() {
        return isSurelyBefore(LIVING_MEMORY);
    }

    /** Returns whether it stands where no date was known: before living memory, or on the day from which computers count. */
    public boolean isPlaceholder() {
        // Nearly every date is after it, and this is asked of every date that is read.
        return earliest.getYear() <= EPOCH_YEAR && (isBeforeLivingMemory() || (isDay() && EPOCH.contains(earliest)));
    }
}
