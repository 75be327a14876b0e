package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.Period;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dates that Epic writes into the words of a dosage, read strictly or not at all. */
final class DosageDatesTest {

    private static @Nullable FhirDate day(@Nullable String text) {
        return text == null ? null : FhirDate.of(LocalDate.parse(text));
    }

    private static KidneyRecord order(String dosage, String more) {
        return KidneyRecord.diagnosed()
                .with(
                        "MedicationRequest",
                        "x",
                        "'status':'active','intent':'order','authoredOn':'2026-05-20','medicationCodeableConcept':{"
                                + "'text':'Cabometyx'},'dosageInstruction':[{" + dosage + "}]" + more);
    }

    @ParameterizedTest
    @CsvSource({
        "'Take 1 tablet by mouth daily., Starting Tue 5/28/2019, Until Wed 5/27/2020, Normal', 2019-05-28, 2020-05-27",
        "'60 mg, Oral, DAILY, Starting Tue 5/28/2019, Normal', 2019-05-28,",
        "'Until Wed 5/27/2020', , 2020-05-27",
        "'Starting Mon 12/1/2025', 2025-12-01,",
        "'(Starting Tue 5/28/2019)', 2019-05-28,"
    })
    void startAndEndAreRead(String dosage, @Nullable String start, @Nullable String end) {
        assertThat(DosageDates.of(List.of(dosage))).isEqualTo(new Period(day(start), day(end)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Starting Wed 5/28/2019",
                "Starting 5/28/2019",
                "Starting Tue 28/5/2019",
                "Starting Tue 5/28/19",
                "Starting Tue 2/30/2019",
                "Starting Tue 5-28-2019",
                "Starting Tue 5/28/20190",
                "Starting Tue 5/28",
                "Starting Tue",
                "Starting ",
                "Starting next week",
                "Restarting Tue 5/28/2019",
                "starting dose 40 mg",
                "Starting Tue 5/28/2019, Until Mon 5/27/2019",
                "one tablet a day",
                ""
            })
    void anythingElseIsNotRead(String dosage) {
        assertThat(DosageDates.of(List.of(dosage))).isNull();
    }

    @Test
    void severalDosagesGiveTheWholeTime() {
        assertThat(DosageDates.of(List.of(
                        "60 mg, Starting Tue 5/28/2019, Until Wed 5/29/2019",
                        "40 mg, Starting Thu 5/30/2019, Until Wed 5/27/2020")))
                .isEqualTo(new Period(day("2019-05-28"), day("2020-05-27")));
        assertThat(DosageDates.of(
                        List.of("60 mg, Starting Tue 5/28/2019, Until Wed 5/29/2019", "40 mg, Starting Thu 5/30/2019")))
                .isEqualTo(new Period(day("2019-05-28"), null));
        assertThat(DosageDates.of(List.of())).isNull();
    }

    @Test
    void theOrderOfDosagesMakesNoneAndOneWithoutDatesAddsNothing() {
        assertThat(DosageDates.of(List.of(
                        "40 mg, Starting Thu 5/30/2019, Until Wed 5/27/2020",
                        "with food",
                        "60 mg, Starting Tue 5/28/2019, Until Wed 5/29/2019")))
                .isEqualTo(new Period(day("2019-05-28"), day("2020-05-27")));
    }

    @Test
    void writtenStartTakesThePlaceOfTheDayOfTheOrder() {
        assertThat(order("'text':'daily, Starting Mon 6/1/2026, Until Tue 9/1/2026'", "")
                        .facts()
                        .therapy()
                        .lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.start()).isEqualTo(day("2026-06-01"));
                    assertThat(line.end()).isEqualTo(day("2026-09-01"));
                });
    }

    @Test
    void datesSentAsSuchComeFirst() {
        String dosage = "'text':'Starting Mon 6/1/2026','timing':{'repeat':{'boundsPeriod':{'start':'2026-05-25'}}}";
        assertThat(order(dosage, "").lines()).containsExactly("cabozantinib 2026-05-25");
        assertThat(order(
                                "'text':'Starting Mon 6/1/2026'",
                                ",'dispenseRequest':{'validityPeriod':{'start':'2026-05-22'}}")
                        .lines())
                .containsExactly("cabozantinib 2026-05-22");
    }

    @Test
    void anOrderThatStartsLaterIsNotYetTherapy() {
        assertThat(order("'text':'Starting Sat 11/21/2026'", "").lines()).containsExactly("cabozantinib 2026-11-21");
        assertThat(order("'text':'Starting Sun 11/22/2026'", "").lines()).isEmpty();
    }
}
