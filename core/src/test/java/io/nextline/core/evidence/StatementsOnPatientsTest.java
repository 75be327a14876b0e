package io.nextline.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.TestPatient;
import io.nextline.core.fhir.RecordArea;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StatementsOnPatientsTest {

    private static TestPatient postIci() {
        return TestPatient.withClearCellRcc("2024-01-10")
                .lungMetastasis("2024-01-10")
                .doses("ipilimumab", "2024-02-01")
                .doses("nivolumab", "2024-02-01", "2024-03-01")
                .progression("2024-06-01");
    }

    @Nested
    @DisplayName("evidence against one regimen is not stretched to another")
    @Tag("HZ-24")
    class NearMisses {

        @Test
        void atezolizumabBesideActiveCabozantinibIsWarnedAgainst() {
            TestPatient patient =
                    postIci().activeOrder("cabozantinib", "2024-06-20").drafted("atezolizumab");
            assertThat(patient.truthOf("DS-1")).isEqualTo("true");
            assertThat(patient.truthOf("DS-2")).isEqualTo("false");
            assertThat(patient.report().cards().get(0).warning()).isTrue();
            assertThat(patient.report().cards().get(0).lead().statement().id()).isEqualTo("DS-1");
        }

        @Test
        void nivolumabDraftedInsteadIsNotTheRegimenThatWasTested() {
            TestPatient patient =
                    postIci().activeOrder("cabozantinib", "2024-06-20").drafted("nivolumab");
            assertThat(patient.truthOf("DS-1")).isEqualTo("false");
            assertThat(patient.truthOf("DS-2")).isEqualTo("true");
            assertThat(patient.report().cards().get(0).warning()).isFalse();
        }

        @Test
        void anUnselectedDraftTriggersNothing() {
            TestPatient patient = postIci()
                    .drafted("atezolizumab")
                    .drafted("cabozantinib")
                    .drafted("ondansetron")
                    .selecting("ondansetron");
            assertThat(patient.truthOf("DS-1")).isEqualTo("false");
        }

        @Test
        void withoutADraftAProposalIsFalseAndNeverUnknown() {
            assertThat(postIci().truthOf("DS-1")).isEqualTo("false");
            assertThat(postIci().truthOf("DS-2")).isEqualTo("false");
        }

        @Test
        void theIciStoppedForToxicityIsNoIciProgression() {
            TestPatient patient = TestPatient.withClearCellRcc("2024-01-10")
                    .lungMetastasis("2024-01-10")
                    .doses("nivolumab", "2024-02-01", "2024-03-01")
                    .stoppedOrder("nivolumab", "2024-02-01", "407563006")
                    .activeOrder("cabozantinib", "2024-06-20")
                    .drafted("atezolizumab");
            assertThat(patient.truthOf("DS-1")).isEqualTo("false");
        }
    }

    @Nested
    @DisplayName("histology is never assumed")
    @Tag("HZ-18")
    class Histology {

        @Test
        void unknownHistologyLeavesTheWarningOpenAndAsksForIt() {
            TestPatient patient = new TestPatient()
                    .born("1960-05-01")
                    .condition("http://hl7.org/fhir/sid/icd-10-cm", "C64.1", "2024-01-10")
                    .lungMetastasis("2024-01-10")
                    .doses("nivolumab", "2024-02-01", "2024-03-01")
                    .progression("2024-06-01")
                    .drafted("atezolizumab")
                    .drafted("cabozantinib");
            assertThat(patient.truthOf("DS-1")).isEqualTo("unknown");
            assertThat(patient.report().cards().get(0).warning()).isFalse();
            assertThat(patient.report().missing())
                    .anyMatch(gap -> gap.fact().id().equals("histology"));
        }

        @Test
        void chromophobeIsOutsideTheTrial() {
            TestPatient patient = new TestPatient()
                    .born("1960-05-01")
                    .condition("http://snomed.info/sct", "733471003", "2024-01-10")
                    .lungMetastasis("2024-01-10")
                    .doses("nivolumab", "2024-02-01", "2024-03-01")
                    .progression("2024-06-01")
                    .drafted("atezolizumab")
                    .drafted("cabozantinib");
            assertThat(patient.truthOf("DS-1")).isEqualTo("false");
            assertThat(patient.truthOf("DS-2")).isEqualTo("true");
        }
    }

    @Nested
    @DisplayName("absence is concluded only from data read whole")
    @Tag("HZ-05")
    class Absence {

        @Test
        void anUnusedDrugIsAnOptionWhenTheDataWereReadWhole() {
            assertThat(postIci().truthOf("DS-3")).isEqualTo("true");
            assertThat(postIci().outcome("DS-3").because())
                    .anyMatch(reason -> reason.startsWith("no record of cabozantinib in "));
        }

        @Test
        void aMissingPageLeavesItOpen() {
            assertThat(postIci().missing(RecordArea.MEDICATIONS).truthOf("DS-3"))
                    .isEqualTo("unknown");
        }

        @Test
        void anUnreadPageMayHoldAdjuvantTherapy() {
            assertThat(postIci().truthOf("DS-23")).isEqualTo("false");
            assertThat(postIci()
                            .missing(RecordArea.MEDICATIONS)
                            .outcome("DS-23")
                            .because())
                    .noneMatch(reason -> reason.contains("no adjuvant ICI on record in"));
        }

        @Test
        void diagnosesThatWereNotReadWholeNeverGiveNoCancer() {
            TestPatient silent = new TestPatient().born("1960-05-01");
            assertThat(silent.report().noCardReason()).isEqualTo(NoCardReason.NO_CANCER);
            assertThat(silent.missing(RecordArea.CONDITIONS).report().noCardReason())
                    .isEqualTo(NoCardReason.TYPE_NOT_DETERMINED);
        }

        @Test
        void anUnidentifiedTherapyRowLeavesItOpen() {
            TestPatient patient = TestPatient.withClearCellRcc("2024-01-10")
                    .lungMetastasis("2024-01-10")
                    .doses("nivolumab", "2024-02-01", "2024-03-01")
                    .doses("Study drug A, blinded", "2024-03-01")
                    .progression("2024-06-01");
            assertThat(patient.truthOf("DS-3")).isEqualTo("unknown");
        }

        @Test
        void neverHavingHadAnIciNeedsARecordThatReachesTheBeginning() {
            TestPatient early = TestPatient.withClearCellRcc("2024-01-10")
                    .lungMetastasis("2024-01-10")
                    .stoppedOrder("sunitinib", "2024-02-01", null)
                    .progression("2024-09-01");
            TestPatient late = TestPatient.withClearCellRcc("2019-01-10")
                    .lungMetastasis("2024-01-10")
                    .stoppedOrder("sunitinib", "2024-02-01", null)
                    .progression("2024-09-01");
            assertThat(early.truthOf("DS-17")).isEqualTo("true");
            assertThat(late.truthOf("DS-17")).isEqualTo("unknown");
        }
    }

    @Nested
    class NoCard {

        @Test
        @DisplayName("no card under 18, a card on the birthday")
        @Tag("HZ-19")
        void adulthoodIsCountedToTheDay() {
            TestPatient patient = new TestPatient()
                    .born("2008-11-21")
                    .condition("http://snomed.info/sct", "254915003", "2025-01-10")
                    .lungMetastasis("2025-01-10")
                    .doses("nivolumab", "2025-02-01", "2025-03-01")
                    .progression("2025-06-01");
            assertThat(patient.report(LocalDate.of(2026, 11, 20)).noCardReason())
                    .isEqualTo(NoCardReason.UNDER_18);
            assertThat(patient.report(LocalDate.of(2026, 11, 21)).cards()).isNotEmpty();
        }

        @Test
        void ongoingTherapyWithoutAStatusIsAnsweredWithTheReasonOnly() {
            TestPatient patient = TestPatient.withClearCellRcc("2026-01-10")
                    .lungMetastasis("2026-01-10")
                    .doses("nivolumab", "2026-09-01", "2026-10-01", "2026-11-01");
            assertThat(patient.report().cards()).isEmpty();
            assertThat(patient.report().noCardReason()).isEqualTo(NoCardReason.PROGRESSION_UNKNOWN);
        }

        @Test
        void noTherapyIsSaidOnlyOfARecordThatWasReadAndUnderstoodWhole() {
            TestPatient untreated = TestPatient.withClearCellRcc("2026-01-10").lungMetastasis("2026-01-10");
            assertThat(untreated.report().noCardReason()).isEqualTo(NoCardReason.NO_SYSTEMIC_THERAPY);
            assertThat(untreated.missing(RecordArea.MEDICATIONS).report().noCardReason())
                    .isEqualTo(NoCardReason.PROGRESSION_UNKNOWN);
            TestPatient blinded = TestPatient.withClearCellRcc("2026-01-10")
                    .lungMetastasis("2026-01-10")
                    .doses("blinded study drug", "2026-02-01");
            assertThat(blinded.report().noCardReason()).isEqualTo(NoCardReason.PROGRESSION_UNKNOWN);
        }

        @Test
        void stableDiseaseIsNotProgression() {
            TestPatient patient = TestPatient.withClearCellRcc("2026-01-10")
                    .lungMetastasis("2026-01-10")
                    .doses("nivolumab", "2026-09-01", "2026-10-01", "2026-11-01")
                    .stable("2026-11-10");
            assertThat(patient.report().noCardReason()).isEqualTo(NoCardReason.NOT_PROGRESSED);
        }
    }

    @Nested
    class Lung {

        private TestPatient postIciAndPlatinum() {
            return TestPatient.withStageFourAdenocarcinoma("2025-01-10")
                    .doses("carboplatin", "2025-02-01", "2025-02-22")
                    .doses("pemetrexed", "2025-02-01", "2025-02-22")
                    .doses("pembrolizumab", "2025-02-01", "2025-02-22", "2025-04-01")
                    .progression("2025-09-01");
        }

        @Test
        void docetaxelWasTheComparatorAfterIciAndPlatinum() {
            assertThat(postIciAndPlatinum().truthOf("DS-6")).isEqualTo("true");
            assertThat(postIciAndPlatinum().truthOf("DS-7")).isEqualTo("false");
        }

        @Test
        void theCombinationProposedIsWarnedAgainst() {
            TestPatient patient = postIciAndPlatinum().drafted("atezolizumab").drafted("cabozantinib");
            assertThat(patient.truthOf("DS-5")).isEqualTo("true");
            assertThat(patient.report().cards().get(0).warning()).isTrue();
            assertThat(patient.truthOf("DS-1")).isEqualTo("false");
        }

        @Test
        void withoutPlatinumTheGuardHolds() {
            TestPatient patient = TestPatient.withStageFourAdenocarcinoma("2025-01-10")
                    .doses("pembrolizumab", "2025-02-01", "2025-02-22", "2025-04-01")
                    .progression("2025-09-01");
            assertThat(patient.truthOf("DS-7")).isEqualTo("true");
            assertThat(patient.truthOf("DS-6")).isEqualTo("false");
        }
    }
}
