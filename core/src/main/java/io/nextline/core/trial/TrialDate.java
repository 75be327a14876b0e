package io.nextline.core.trial;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * A date as precise as its source: a day, a month or a year.
 *
 * @param text {@code 2023-01-03}, {@code 2023-01} or {@code 2023}
 */
public record TrialDate(String text) {
    private static final Pattern FORM = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    /** Refuses what is not a date. */
    public TrialDate {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a date needs the form 2023-01-03, 2023-01 or 2023");
        }
        lastDay(text);
    }

    /** Returns the first day that the date can mean. */
    public LocalDate first() {
        return switch (text.length()) {
            case 4 -> Year.parse(text).atDay(1);
            case 7 -> YearMonth.parse(text).atDay(1);
            default -> LocalDate.parse(text);
        };
    }

    /** Returns the last day that the date can mean: from then on the event has certainly happened. */
    public LocalDate last() {
        return lastDay(text);
    }

    private static LocalDate lastDay(String text) {
        try {
            return switch (text.length()) {
                case 4 -> LocalDate.of(Integer.parseInt(text), 12, 31);
                case 7 -> YearMonth.parse(text).atEndOfMonth();
                default -> LocalDate.parse(text);
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a date needs an existing month and day", e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
