package io.nextline.cdshooks.page.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nextline.cdshooks.page.story.Course.Event;
import io.nextline.cdshooks.page.story.Course.Sign;
import io.nextline.cdshooks.page.story.Course.Stretch;
import io.nextline.cdshooks.page.story.Timeline.Bar;
import io.nextline.core.fhir.FhirDate;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where days stand, worked out by hand: 580 units from 300 to 880 for the days from the first of a month to the day of evaluation. */
class TimelineTest {
    /** 365 days before it is 2025-01-01. */
    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);

    private static Timeline of(List<Stretch> stretches, List<Event> events) {
        Course.Row begin =
                new Course.Row("Diagnosis", "", List.of(), List.of(new Event(Sign.DIAGNOSIS, date("2025-01-01"))));
        return Timeline.of(new Course(List.of(begin, new Course.Row("Row", "", stretches, events))), AS_OF);
    }

    private static FhirDate date(String text) {
        return FhirDate.parse(text);
    }

    private static List<Bar> bars(Stretch stretch) {
        return of(List.of(stretch), List.of()).rows().get(1).bars();
    }

    @Test
    void daysThatAreKnownStandWhereTheyAre() {
        // 73 and 146 of 365 days are a fifth and two fifths of the axis.
        assertThat(bars(new Stretch(date("2025-03-15"), date("2025-05-27"), false)))
                .containsExactly(new Bar(416, 116, true, false));
    }

    @Test
    void aMonthIsDrawnAsLongAsItMayMean() {
        List<Bar> bars = bars(new Stretch(date("2025-03"), date("2025-06"), false));

        assertThat(bars).extracting(Bar::sure).containsExactly(false, true, false);
        assertThat(bars.get(0).x()).isEqualTo(393.8);
        assertThat(bars.get(0).x() + bars.get(0).width()).isCloseTo(bars.get(1).x(), within(0.01));
        assertThat(bars.get(1).x() + bars.get(1).width()).isCloseTo(bars.get(2).x(), within(0.01));
    }

    @Test
    void whatGoesOnReachesTheDayOfEvaluationAndSaysSo() {
        assertThat(bars(new Stretch(date("2025-03-15"), null, true))).containsExactly(new Bar(416, 464, true, true));
    }

    @Test
    void anEndThatIsNotKnownIsNoEnd() {
        List<Bar> bars = bars(new Stretch(date("2025-03-15"), null, false));

        assertThat(bars).extracting(Bar::sure).containsExactly(true, false);
        assertThat(bars.get(1).x() + bars.get(1).width()).isGreaterThanOrEqualTo(880);
        assertThat(bars).noneMatch(Bar::open);
    }

    @Test
    void aSignOfAPartialDateStandsInTheMiddleOfWhatItMayMean() {
        Timeline.Placed placed = of(List.of(), List.of(new Event(Sign.PROGRESSION_STATED, date("2025-07"))))
                .rows()
                .get(1)
                .signs()
                .get(0);

        assertThat(placed.exact()).isFalse();
        assertThat(placed.x()).isBetween(placed.from(), placed.to());
        assertThat(placed.sign()).isEqualTo(Sign.PROGRESSION_STATED);
    }

    @Test
    void theAxisIsMarkedByMonthQuarterHalfYearOrYear() {
        assertThat(labels(LocalDate.of(2025, 9, 3))).startsWith("2025-09", "2025-10");
        assertThat(labels(LocalDate.of(2024, 6, 1))).contains("2024-07", "2024-10", "2025-01");
        assertThat(labels(LocalDate.of(2023, 3, 1))).contains("2023-07", "2024-01");
        assertThat(labels(LocalDate.of(2012, 3, 1))).contains("2014", "2026").hasSizeLessThan(14);
    }

    private static List<String> labels(LocalDate first) {
        return TimeAxis.of(first, AS_OF, 0, 100).ticks().stream()
                .map(TimeAxis.Tick::label)
                .toList();
    }
}
