package io.nextline.cdshooks.page.story;

import io.nextline.cdshooks.page.plot.LineBreaks;
import io.nextline.core.fhir.FhirDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A course with every place worked out, in units of the picture. A date by month or year is drawn as long as it may mean.
 *
 * @param height how high the picture is
 * @param rows its rows, from above
 * @param ticks the marks of the axis
 * @param axisY where the axis stands
 * @param todayX where the day of evaluation stands
 */
public record Timeline(int height, List<Row> rows, List<TimeAxis.Tick> ticks, int axisY, double todayX) {
    /** How wide the picture is. */
    public static final int WIDTH = 900;

    static final int LEFT = 300;
    static final int RIGHT = 880;
    private static final int LABEL = 38;
    private static final int LINE = 16;
    private static final int GAP = 12;
    private static final int FOOT = 44;
    private static final int LEAST = 2;

    /**
     * A row.
     *
     * @param lines its words, the first of them its name
     * @param y where its signs stand
     * @param bars what lasted
     * @param signs what happened
     */
    public record Row(List<Words> lines, int y, List<Bar> bars, List<Placed> signs) {}

    /**
     * A line of words.
     *
     * @param text the words
     * @param y where its base line stands
     * @param head whether it is the row's name
     */
    public record Words(String text, int y, boolean head) {}

    /**
     * A bar.
     *
     * @param x its left end
     * @param width how long it is
     * @param sure whether it surely lasted on these days; else it may have
     * @param open whether it goes on beyond the day of evaluation
     */
    public record Bar(double x, double width, boolean sure, boolean open) {}

    /**
     * A sign.
     *
     * @param sign how it is drawn
     * @param x where it stands
     * @param from where the days that it may mean begin
     * @param to where they end
     */
    public record Placed(Course.Sign sign, double x, double from, double to) {
        /** Returns whether the date is known by the day. */
        public boolean exact() {
            return to - from < LEAST;
        }
    }

    /** Lays a course out, up to the day of evaluation. */
    public static Timeline of(Course course, LocalDate asOf) {
        TimeAxis axis = TimeAxis.of(first(course, asOf), asOf, LEFT, RIGHT);
        List<Row> rows = new ArrayList<>();
        int y = 8;
        for (Course.Row row : course.rows()) {
            List<Words> lines = words(row, y);
            int bottom = lines.get(lines.size() - 1).y();
            int middle = y + (bottom - y) / 2 + 4;
            rows.add(new Row(lines, middle, bars(row, axis), signs(row, axis)));
            y = bottom + GAP;
        }
        return new Timeline(y + FOOT, rows, axis.ticks(), y, axis.x(asOf));
    }

    private static LocalDate first(Course course, LocalDate asOf) {
        Stream<FhirDate> stretches = course.rows().stream()
                .flatMap(row -> row.stretches().stream())
                .flatMap(stretch -> Stream.ofNullable(stretch.from() == null ? stretch.to() : stretch.from()));
        Stream<FhirDate> events =
                course.rows().stream().flatMap(row -> row.events().stream()).map(Course.Event::date);
        LocalDate earliest = Stream.concat(stretches, events)
                .map(FhirDate::earliest)
                .min(LocalDate::compareTo)
                .orElse(asOf);
        LocalDate latest = asOf.minusMonths(1);
        return earliest.isBefore(latest) ? earliest : latest;
    }

    private static List<Words> words(Course.Row row, int top) {
        List<Words> lines = new ArrayList<>();
        int y = top;
        for (String line : LineBreaks.of(row.label(), LABEL)) {
            y += LINE;
            lines.add(new Words(line, y, true));
        }
        for (String line : row.detail().isEmpty() ? List.<String>of() : LineBreaks.of(row.detail(), LABEL + 6)) {
            y += LINE;
            lines.add(new Words(line, y, false));
        }
        return lines;
    }

    private static List<Bar> bars(Course.Row row, TimeAxis axis) {
        List<Bar> bars = new ArrayList<>();
        for (Course.Stretch stretch : row.stretches()) {
            FhirDate from = stretch.from();
            FhirDate to = stretch.to();
            double begins = axis.x(from == null ? axis.first() : from.earliest());
            double begun = axis.x(from == null ? axis.first() : from.latest());
            double ends = stretch.ongoing() ? axis.right() : to == null ? begun : axis.x(to.earliest());
            double ended = stretch.ongoing() ? axis.right() : to == null ? axis.right() : axis.x(to.latest());
            add(bars, begins, Math.min(begun, ends), false, false);
            add(bars, Math.min(begun, ends), Math.max(ends, begun), true, stretch.ongoing());
            add(bars, Math.max(ends, begun), ended, false, false);
        }
        return bars;
    }

    private static void add(List<Bar> bars, double from, double to, boolean sure, boolean open) {
        if (to > from || sure) {
            bars.add(new Bar(from, Math.max(Math.rint((to - from) * 10) / 10, sure ? LEAST : 0), sure, open));
        }
    }

    private static List<Placed> signs(Course.Row row, TimeAxis axis) {
        return row.events().stream()
                .map(event -> {
                    double from = axis.x(event.date().earliest());
                    double to = axis.x(event.date().latest());
                    return new Placed(event.sign(), Math.rint((from + to) * 5) / 10, from, to);
                })
                .toList();
    }
}
