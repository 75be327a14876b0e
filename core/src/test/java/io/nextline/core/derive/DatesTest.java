package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.FhirDate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates are intervals of days: what they leave open stays open. */
@Tag("HZ-14")
final class DatesTest {

    private static @Nullable FhirDate date(@Nullable String text) {
        return text == null ? null : FhirDate.parse(text);
    }

    private static FhirDate known(String text) {
        return Objects.requireNonNull(FhirDate.parse(text));
    }

    private static @Nullable String text(@Nullable FhirDate date) {
        return date == null ? null : date.earliest() + ".." + date.latest();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-01,2025-03-02,2025-03-01,2025-03-02",
        "2025-03-02,2025-03-01,2025-03-01,2025-03-02",
        "2025-03,2025-03-01,2025-03-01,2025-03",
        "2025,2025-01,2025-01,2025",
        "2025-03-01,,2025-03-01,2025-03-01",
        ",2025-03-01,2025-03-01,2025-03-01",
        ",,,"
    })
    void theEarlierBeginsFirstAndTheLaterEndsLast(
            @Nullable String a, @Nullable String b, @Nullable String earlier, @Nullable String later) {
        assertThat(Dates.earlier(date(a), date(b))).isEqualTo(date(earlier));
        assertThat(Dates.earlier(date(b), date(a))).isEqualTo(date(earlier));
        assertThat(Dates.later(date(a), date(b))).isEqualTo(date(later));
        assertThat(Dates.later(date(b), date(a))).isEqualTo(date(later));
    }

    @Test
    void ofTwoDatesThatEndTogetherTheLaterIsTheOneThatBeginsLater() {
        assertThat(Dates.later(date("2025-12"), date("2025"))).isEqualTo(date("2025-12"));
        assertThat(Dates.later(date("2025"), date("2025-12"))).isEqualTo(date("2025-12"));
    }

    @ParameterizedTest
    @CsvSource({
        "2023,2023-04-10,2023-01-01..2023-04-10",
        "2023-04-10,2023,2023-01-01..2023-04-10",
        "2023,2023-01-01,2023-01-01..2023-01-01",
        "2023-02,2023-04-10,2023-02-01..2023-02-28",
        "2023,2022-12-31,2022-12-31..2022-12-31",
        "2023,,2023-01-01..2023-12-31",
        ",2023,2023-01-01..2023-12-31"
    })
    void theFirstOfTwoThingsIsNotLaterThanEither(@Nullable String a, @Nullable String b, String first) {
        assertThat(text(Dates.first(date(a), date(b)))).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "2023,2023-04-10,2023-04-10..2023-12-31",
        "2023-04-10,2023,2023-04-10..2023-12-31",
        "2023,2023-12-31,2023-12-31..2023-12-31",
        "2023,2023-01-01,2023-01-01..2023-12-31",
        "2023-02,2023-04-10,2023-04-10..2023-04-10",
        "2023,,2023-01-01..2023-12-31",
        ",2023,2023-01-01..2023-12-31"
    })
    void theLastOfTwoThingsIsNotEarlierThanEither(@Nullable String a, @Nullable String b, String last) {
        assertThat(text(Dates.last(date(a), date(b)))).isEqualTo(last);
    }

    @Test
    void distancesAreCountedFromTheBoundsThatTheirNamesSay() {
        FhirDate march = known("2025-03");
        FhirDate april = known("2025-04");
        assertThat(Dates.fewestDays(march, april)).isEqualTo(1);
        assertThat(Dates.mostDays(march, april)).isEqualTo(60);
        assertThat(Dates.days(march, april)).isEqualTo(31);
        assertThat(Dates.daysUntil(march, LocalDate.of(2025, 4, 2))).isEqualTo(2);
        assertThat(Dates.fewestDays(april, march)).isEqualTo(-60);
    }

    @Test
    void aMissingDateIsReplaced() {
        assertThat(Dates.orElse(null, known("2025"))).isEqualTo(date("2025"));
        assertThat(Dates.orElse(known("2024"), known("2025"))).isEqualTo(date("2024"));
    }

    @Test
    void datesAreSortedByTheirFirstDayAndUndatedComeLast() {
        List<@Nullable FhirDate> dates = new ArrayList<>();
        dates.add(null);
        for (String text : List.of("2025-03", "2025", "2025-03-01", "2024-12-31")) {
            dates.add(date(text));
        }
        dates.sort(Dates.NULLS_LAST);
        assertThat(dates)
                .extracting(d -> d == null ? null : d.text())
                .containsExactly("2024-12-31", "2025", "2025-03-01", "2025-03", null);
    }

    /** Whatever days two dates mean, the first and the last of them lie within what is said of them. */
    @Test
    void everyDayThatMayBeFirstOrLastIsKept() {
        Random random = new Random(14);
        for (int i = 0; i < 5_000; i++) {
            FhirDate a = interval(random);
            FhirDate b = interval(random);
            LocalDate dayOfA = within(a, random);
            LocalDate dayOfB = within(b, random);
            LocalDate first = dayOfA.isBefore(dayOfB) ? dayOfA : dayOfB;
            LocalDate last = dayOfA.isBefore(dayOfB) ? dayOfB : dayOfA;
            assertThat(Objects.requireNonNull(Dates.first(a, b)).earliest()).isBeforeOrEqualTo(first);
            assertThat(Objects.requireNonNull(Dates.last(a, b)).latest()).isAfterOrEqualTo(last);
            long between = ChronoUnit.DAYS.between(dayOfA, dayOfB);
            assertThat(between).isBetween(Dates.fewestDays(a, b), Dates.mostDays(a, b));
        }
    }

    private static FhirDate interval(Random random) {
        int year = 2020 + random.nextInt(3);
        String month = String.format(Locale.ROOT, "%d-%02d", year, 1 + random.nextInt(12));
        return switch (random.nextInt(3)) {
            case 0 -> known(Integer.toString(year));
            case 1 -> known(month);
            default -> known(month + "-1" + random.nextInt(9));
        };
    }

    private static LocalDate within(FhirDate date, Random random) {
        long days = ChronoUnit.DAYS.between(date.earliest(), date.latest());
        return date.earliest().plusDays(random.nextInt((int) days + 1));
    }
}
