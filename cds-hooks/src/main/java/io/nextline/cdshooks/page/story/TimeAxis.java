package io.nextline.cdshooks.page.story;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Which day stands where: equal numbers of days take equal room.
 *
 * @param first the day at the left end
 * @param last the day at the right end
 * @param left where the left end stands
 * @param right where the right end stands
 */
public record TimeAxis(LocalDate first, LocalDate last, double left, double right) {
    private static final long MONTHS_BY_YEAR = 48;
    private static final long MONTHS_BY_QUARTER = 14;
    private static final long MOST_YEARS = 12;

    /** Checks the order of the ends. */
    public TimeAxis {
        if (!first.isBefore(last)) {
            throw new IllegalArgumentException("an axis needs a first day before its last one");
        }
    }

    /** Returns an axis that begins with the month of its first day. */
    static TimeAxis of(LocalDate first, LocalDate last, double left, double right) {
        return new TimeAxis(first.withDayOfMonth(1), last, left, right);
    }

    /** Returns where a day stands, rounded to a tenth; a day beyond an end stands there. */
    public double x(LocalDate day) {
        double whole = (double) ChronoUnit.DAYS.between(first, last);
        double part = Math.min(Math.max((double) ChronoUnit.DAYS.between(first, day), 0), whole);
        return Math.rint((left + part / whole * (right - left)) * 10) / 10;
    }

    /** Returns the marks: years, quarters or months, whichever there is room for. */
    List<Tick> ticks() {
        long months = ChronoUnit.MONTHS.between(first, last);
        int step = step(months);
        List<Tick> ticks = new ArrayList<>();
        LocalDate at = first.withMonth(Month.JANUARY.getValue());
        for (; !at.isAfter(last); at = at.plusMonths(step)) {
            if (!at.isBefore(first)) {
                ticks.add(new Tick(x(at), label(at, step)));
            }
        }
        return ticks;
    }

    private static int step(long months) {
        if (months > MONTHS_BY_YEAR) {
            return 12 * (int) (1 + months / 12 / MOST_YEARS);
        }
        if (months > 2 * MONTHS_BY_QUARTER) {
            return 6;
        }
        return months > MONTHS_BY_QUARTER ? 3 : 1 + (int) (months / 8);
    }

    private static String label(LocalDate at, int step) {
        String year = Integer.toString(at.getYear());
        return step >= 12 ? year : year + (at.getMonthValue() < 10 ? "-0" : "-") + at.getMonthValue();
    }

    /**
     * A mark of the axis.
     *
     * @param x where it stands
     * @param label the year or month
     */
    public record Tick(double x, String label) {}
}
