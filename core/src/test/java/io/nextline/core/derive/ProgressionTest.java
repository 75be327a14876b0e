package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.TestPatient;
import io.nextline.core.evidence.EvidenceReport;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProgressionTest {

    private static TestPatient onNivolumab() {
        return TestPatient.withClearCellRcc("2024-01-10")
                .lungMetastasis("2024-01-10")
                .doses("nivolumab", "2024-02-01", "2024-03-01", "2024-04-01");
    }

    @Nested
    class Stated {

        @Test
        void aWorsenedStatusAfterTheFirstDoseIsProgression() {
            assertThat(onNivolumab().progression("2024-05-01").lines())
                    .containsExactly("1 advanced nivolumab progression stated");
        }

        @Test
        void aStatusBeforeTheFirstDoseIsNot() {
            assertThat(onNivolumab().progression("2024-01-20").lines())
                    .containsExactly("1 advanced nivolumab unknown unknown");
        }

        @Test
        void aStatusOnTheFirstDayOrTheDayAfterSpeaksOfTheTimeBefore() {
            assertThat(onNivolumab().progression("2024-02-01").lines())
                    .first()
                    .asString()
                    .endsWith("unknown");
            assertThat(onNivolumab().progression("2024-02-02").lines())
                    .first()
                    .asString()
                    .endsWith("unknown");
            assertThat(onNivolumab().progression("2024-02-03").lines())
                    .first()
                    .asString()
                    .endsWith("stated");
        }

        @Test
        void aLaterStableStatusOnTheSameLineWins() {
            assertThat(onNivolumab()
                            .progression("2024-05-01")
                            .stable("2024-07-01")
                            .linesOn("2024-08-01"))
                    .containsExactly("1 advanced nivolumab unknown none");
        }

        @Test
        void laterStableDiseaseOnTheNextLineDoesNotUndoIt() {
            TestPatient patient = onNivolumab()
                    .progression("2024-05-01")
                    .activeOrder("cabozantinib", "2024-05-20")
                    .stable("2024-09-01");
            assertThat(patient.linesOn("2024-10-01"))
                    .containsExactly("1 advanced nivolumab progression stated", "2 advanced cabozantinib ongoing none");
        }
    }

    @Nested
    class Words {

        @Test
        @Tag("HZ-04")
        void nothingOfAReportIsRepeated() {
            String canary = "zzcanary<script>";
            for (String words : List.of("Disease progression " + canary, "Possible progression " + canary)) {
                EvidenceReport report = CourseScript.patient(CourseScript.of("dose:nivolumab@2026-05-01"
                                        + " | dose:nivolumab@2026-06-01 | report:" + words + "@2026-07-01")
                                .resources())
                        .report();
                assertThat(report.toString()).doesNotContain("zzcanary").doesNotContain("<script>");
            }
        }

        @Test
        void aConflictOfReportAndStatusIsToldOnceAndWithoutWords() {
            EvidenceReport report = onNivolumab()
                    .stable("2024-05-01")
                    .with(CourseScript.of("report:Disease progression.@2024-05-01")
                            .resources()
                            .get(0))
                    .report(LocalDate.of(2024, 6, 1));
            assertThat(report.facts().warnings())
                    .filteredOn(warning -> warning.startsWith("conflict"))
                    .containsExactly("conflict: the words of a report contradict the recorded disease status;"
                            + " the status is used");
        }

        @Test
        void progressionFromWordsIsNamedAsSuch() {
            String because = onNivolumab()
                    .with(CourseScript.of("report:Disease progression.@2024-05-01")
                            .resources()
                            .get(0))
                    .drafted("nivolumab")
                    .outcome("DS-2")
                    .because()
                    .toString();
            assertThat(because).contains("progression in the words of a report");
        }
    }

    @Nested
    class Recurrence {

        @Test
        void aRecurringCancerDuringTherapyForAdvancedDiseaseIsNoProgressionOnIt() {
            TestPatient patient = onNivolumab()
                    .condition("http://snomed.info/sct", "254915003", "2024-01-10", "relapse", "confirmed", "x");
            assertThat(patient.lines()).containsExactly("1 advanced nivolumab unknown unknown");
        }

        @Test
        void aNewMetastasisAloneIsNone() {
            assertThat(onNivolumab().brainMetastasis("2024-04-20").lines())
                    .containsExactly("1 advanced nivolumab unknown unknown");
        }
    }

    @Nested
    class Inferred {

        @Test
        void theNextLineWithinTwentySixWeeksOfTheLastDoseInfersIt() {
            assertThat(onNivolumab().activeOrder("cabozantinib", "2024-09-30").lines())
                    .first()
                    .isEqualTo("1 advanced nivolumab switched inferred");
        }

        @Test
        void oneDayLaterItStaysUnknown() {
            assertThat(onNivolumab().activeOrder("cabozantinib", "2024-10-01").lines())
                    .first()
                    .isEqualTo("1 advanced nivolumab switched unknown");
        }

        @Test
        void aRecordedToxicityIsNoProgression() {
            TestPatient patient = onNivolumab()
                    .stoppedOrder("nivolumab", "2024-02-01", "407563006")
                    .activeOrder("cabozantinib", "2024-05-20");
            assertThat(patient.lines()).first().isEqualTo("1 advanced nivolumab toxicity none");
        }

        @Test
        void aDraftAloneInfersNothing() {
            assertThat(onNivolumab().drafted("cabozantinib").lines())
                    .containsExactly("1 advanced nivolumab unknown unknown");
        }
    }

    @Nested
    class AfterAdjuvantIci {

        private TestPatient adjuvant() {
            return TestPatient.withClearCellRcc("2024-01-10")
                    .radicalNephrectomy("2024-02-01")
                    .doses("pembrolizumab", "2024-03-01", "2024-06-01", "2024-09-01", "2024-12-01", "2025-02-01");
        }

        @Test
        void relapseDuringItCountsAsProgressionOnTheIci() {
            assertThat(adjuvant().lungMetastasis("2024-11-01").truthOf("DS-25")).isEqualTo("true");
            assertThat(adjuvant().lungMetastasis("2024-11-01").truthOf("DS-23")).isEqualTo("true");
        }

        @Test
        void relapseUpToSixMonthsAfterTheLastDoseCountsToo() {
            assertThat(adjuvant()
                            .lungMetastasis("2025-08-03")
                            .drafted("nivolumab")
                            .truthOf("DS-2"))
                    .isEqualTo("true");
            assertThat(adjuvant()
                            .lungMetastasis("2025-08-04")
                            .drafted("nivolumab")
                            .truthOf("DS-2"))
                    .isEqualTo("unknown");
        }

        @Test
        void lateRelapseWithAnIciProposedIsTheStatementOnRechallenge() {
            assertThat(adjuvant()
                            .lungMetastasis("2026-09-01")
                            .drafted("nivolumab")
                            .truthOf("DS-24"))
                    .isEqualTo("true");
        }
    }
}
