package io.nextline.core.derive;

import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.Period;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The start and end that Epic writes into the words of a dosage and nowhere else: "Starting Tue 5/28/2019, Until Wed 5/27/2020".
 * Only this form is read, and only where each weekday fits its date, which proves month and day to be in that order.
 */
final class DosageDates {

    private static final String START = "Starting ";
    private static final String END = "Until ";
    private static final int WEEKDAY_LETTERS = 3;
    private static final int LONGEST_YEAR = 4;

    private DosageDates() {}

    /** Returns from the first start to the last end that the dosages state; null if they state none or contradict themselves. */
    static @Nullable Period of(List<String> dosages) {
        LocalDate first = null;
        LocalDate last = null;
        boolean endless = false;
        for (String dosage : dosages) {
            LocalDate start = after(START, dosage);
            LocalDate end = after(END, dosage);
            first = first == null || (start != null && start.isBefore(first)) ? start : first;
            last = last == null || (end != null && end.isAfter(last)) ? end : last;
            endless |= start != null && end == null;
        }
        if ((first == null && last == null) || (first != null && last != null && last.isBefore(first))) {
            return null;
        }
        return new Period(date(first), endless ? null : date(last));
    }

    private static @Nullable FhirDate date(@Nullable LocalDate day) {
        return day == null ? null : FhirDate.of(day);
    }

    private static @Nullable LocalDate after(String word, String text) {
        int at = text.indexOf(word);
        return at < 0 || (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)))
                ? null
                : weekdayAndDate(text, at + word.length());
    }

    /** Reads {@code Tue 5/28/2019}. */
    private static @Nullable LocalDate weekdayAndDate(String text, int from) {
        int space = from + WEEKDAY_LETTERS;
        if (space >= text.length() || text.charAt(space) != ' ') {
            return null;
        }
        int firstSlash = text.indexOf('/', space);
        int secondSlash = firstSlash < 0 ? -1 : text.indexOf('/', firstSlash + 1);
        int end = secondSlash + 1 + LONGEST_YEAR;
        boolean complete = secondSlash > 0
                && end <= text.length()
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
        if (!complete) {
            return null;
        }
        try {
            int month = Integer.parseInt(text, space + 1, firstSlash, 10);
            int day = Integer.parseInt(text, firstSlash + 1, secondSlash, 10);
            LocalDate date = LocalDate.of(Integer.parseInt(text, secondSlash + 1, end, 10), month, day);
            return isOn(date.getDayOfWeek(), text, from) ? date : null;
        } catch (DateTimeException | NumberFormatException noDate) {
            return null;
        }
    }

    private static boolean isOn(DayOfWeek weekday, String text, int from) {
        return text.regionMatches(true, from, weekday.name(), 0, WEEKDAY_LETTERS);
    }
}
