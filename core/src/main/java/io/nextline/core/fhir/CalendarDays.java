package io.nextline.core.fhir;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates from their bytes and keeps the days it has read: records speak of the same few thousand days, whoever they are about. A
 * table of fixed size, eleven years of days side by side, in which a newcomer takes the place of the day that it collides with.
 * Thread-safe without a lock: the days are immutable, and a place that another thread has just changed costs one more day.
 */
final class CalendarDays {

    private static final int PLACES = 4096;
    private static final int LENGTH_OF_A_DAY = 10;

    private final @Nullable FhirDate[] days = new FhirDate[PLACES];

    /** Returns the date that these ASCII bytes spell, as {@link FhirDate#parse} does; null if they spell none. */
    @Nullable FhirDate date(byte[] in, int at, int length) {
        boolean toTheDay = length == LENGTH_OF_A_DAY || (length > LENGTH_OF_A_DAY && in[at + LENGTH_OF_A_DAY] == 'T');
        if (!toTheDay || in[at + 4] != '-' || in[at + 7] != '-') {
            return length < LENGTH_OF_A_DAY ? FhirDate.parse(ascii(in, at, length)) : null;
        }
        int year = digits(in, at, 4);
        int month = digits(in, at + 5, 2);
        int day = digits(in, at + 8, 2);
        return (year | month | day) < 0 ? null : day(in, at, year, month, day);
    }

    private @Nullable FhirDate day(byte[] in, int at, int year, int month, int day) {
        int place = ((year * 12 + month) * 31 + day) & (PLACES - 1);
        FhirDate known = days[place];
        if (known != null && isDay(known.earliest(), year, month, day)) {
            return known;
        }
        try {
            LocalDate date = LocalDate.of(year, month, day);
            FhirDate made = new FhirDate(ascii(in, at, LENGTH_OF_A_DAY), date, date);
            days[place] = made;
            return made;
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    private static boolean isDay(LocalDate date, int year, int month, int day) {
        return date.getDayOfMonth() == day && date.getMonthValue() == month && date.getYear() == year;
    }

    private static int digits(byte[] in, int at, int count) {
        int value = 0;
        for (int i = at; i < at + count; i++) {
            int digit = in[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static String ascii(byte[] in, int at, int length) {
        return new String(in, at, length, StandardCharsets.ISO_8859_1);
    }
}
