package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.TestPatient;
import io.nextline.core.fact.AdjuvantIci;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.ProgressionRule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Relapse during, within and after the window of adjuvant and consolidating ICI therapy (ruling 9.10). */
@Tag("HZ-02")
final class AdjuvantCourseTest {

    private static final String SNOMED = "http://snomed.info/sct";

    private static TestPatient adjuvantPembrolizumab() {
        return TestPatient.withClearCellRcc("2024-01-10")
                .radicalNephrectomy("2024-02-01")
                .doses("pembrolizumab", "2024-03-01", "2024-06-01", "2024-09-01", "2024-12-01", "2025-02-01");
    }

    private static TestPatient consolidationDurvalumab() {
        return new TestPatient()
                .born("1958-03-11")
                .condition(SNOMED, "254626006", "2024-01-10")
                .observation("21908-9", TestPatient.text("Stage IIIB"), "2024-01-20")
                .procedure(SNOMED, "703423002", "2024-02-20")
                .doses("durvalumab", "2024-04-01", "2024-07-01", "2024-10-01", "2025-02-01");
    }

    private static AdjuvantIci course(TestPatient patient) {
        AdjuvantIci course = patient.report().facts().adjuvantIci();
        assertThat(course).isNotNull();
        return course;
    }

    private static String timing(TestPatient patient) {
        AdjuvantIci course = course(patient);
        return course.timing().fold(known -> known.value().name(), open -> "unknown") + " " + course.daysFromLastDose();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-31, DURING -1",
        "2025-02-01, DURING 0",
        "2025-02-02, WITHIN_WINDOW 1",
        "2025-08-03, WITHIN_WINDOW 183",
        "2025-08-04, AFTER_WINDOW 184",
        "2025-03, WITHIN_WINDOW null",
        "2025-02, unknown null",
        "2025-08, unknown null",
        "2025, unknown null",
        "2026, AFTER_WINDOW null"
    })
    void theDayOfTheRelapseDecides(String day, String expected) {
        assertThat(timing(adjuvantPembrolizumab().lungMetastasis(day))).isEqualTo(expected);
        assertThat(timing(consolidationDurvalumab().condition(SNOMED, "94381002", day)))
                .isEqualTo(expected);
    }

    @Nested
    class Relapses {

        @Test
        void aWorsenedStatusAfterSurgeryIsOneAndOneBeforeIsNot() {
            assertThat(timing(adjuvantPembrolizumab().progression("2024-10-01")))
                    .isEqualTo("DURING -123");
            assertThat(course(adjuvantPembrolizumab().progression("2024-01-20"))
                            .relapse()
                            .orNull())
                    .isNull();
        }

        @Test
        void aRecurrenceOfThisCancerIsOneAndOfAnotherIsNot() {
            assertThat(course(adjuvantPembrolizumab()
                                    .condition(SNOMED, "254915003", "2024-01-10", "recurrence", "confirmed", "x"))
                            .relapse()
                            .orNull())
                    .isTrue();
            assertThat(course(adjuvantPembrolizumab()
                                    .condition(SNOMED, "254837009", "2010-01-10", "inactive", "confirmed", "x"))
                            .relapse()
                            .orNull())
                    .isNull();
        }

        @Test
        void theWordsOfAReportAreOneUnlessTheStatusOfTheDaySaysStable() {
            TestPatient said = adjuvantPembrolizumab()
                    .with(CourseScript.of("report:Disease progression.@2025-06-01")
                            .resources()
                            .get(0));
            assertThat(course(said).relapse().orNull()).isTrue();
            assertThat(course(said.stable("2025-06-01")).relapse().orNull()).isNull();
        }

        @Test
        void anUndatedRelapseIsOneWhoseTimeIsOpen() {
            assertThat(timing(adjuvantPembrolizumab()
                            .condition(SNOMED, "254915003", "2024-01-10", "recurrence", "confirmed", "x")))
                    .isEqualTo("unknown null");
        }

        @Test
        void withoutAnyTheQuestionStaysOpen() {
            assertThat(course(adjuvantPembrolizumab()).relapse().orNull()).isNull();
        }

        @Test
        void aRelapseIsTheProgressionAfterThatLineByItsOwnRule() {
            Progression progression = adjuvantPembrolizumab()
                    .lungMetastasis("2025-06-01")
                    .report()
                    .facts()
                    .therapy()
                    .lines()
                    .get(0)
                    .progression()
                    .orNull();
            assertThat(progression).isNotNull();
            assertThat(progression.basis()).isEqualTo(ProgressionRule.RELAPSE);
            assertThat(progression.daysFromLastDose()).isEqualTo(120);
        }

        @Test
        void ordersAloneGiveNoDayOfTheLastDose() {
            TestPatient patient = TestPatient.withClearCellRcc("2024-01-10")
                    .radicalNephrectomy("2024-02-01")
                    .order("pembrolizumab", "2024-03-01", "completed", null)
                    .lungMetastasis("2026-01-10")
                    .activeOrder("cabozantinib", "2026-02-01");
            assertThat(timing(patient)).isEqualTo("unknown null");
        }
    }
}
