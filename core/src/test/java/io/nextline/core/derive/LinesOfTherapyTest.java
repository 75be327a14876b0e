package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.TestPatient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("lines of therapy are counted by the published rules")
@Tag("HZ-01")
class LinesOfTherapyTest {

    private static TestPatient metastatic() {
        return TestPatient.withClearCellRcc("2024-01-10").lungMetastasis("2024-01-10");
    }

    @Nested
    class TheWindow {

        @Test
        void drugsStartedWithinTheWindowAreOneRegimen() {
            TestPatient patient = metastatic().doses("nivolumab", "2024-02-01").doses("ipilimumab", "2024-02-29");
            assertThat(patient.lines()).containsExactly("1 advanced ipilimumab+nivolumab unknown unknown");
        }

        @Test
        void aDrugStartedOneDayAfterTheWindowOpensTheNextLine() {
            TestPatient patient = metastatic().doses("nivolumab", "2024-02-01").doses("ipilimumab", "2024-03-01");
            assertThat(patient.lines()).hasSize(2);
        }

        @Test
        void aTkiMayJoinAnIciUpToSixWeeksLater() {
            TestPatient patient =
                    metastatic().doses("pembrolizumab", "2024-02-01").activeOrder("axitinib", "2024-03-14");
            assertThat(patient.lines()).containsExactly("1 advanced axitinib+pembrolizumab ongoing unknown");
        }

        @Test
        void aTkiStartedLaterThanSixWeeksIsTheNextLine() {
            TestPatient patient =
                    metastatic().doses("pembrolizumab", "2024-02-01").activeOrder("axitinib", "2024-03-15");
            assertThat(patient.lines())
                    .containsExactly(
                            "1 advanced pembrolizumab switched inferred", "2 advanced axitinib ongoing unknown");
        }
    }

    @Nested
    class OneLine {

        @Test
        void droppingIpilimumabKeepsTheLine() {
            TestPatient patient = metastatic()
                    .doses("ipilimumab", "2024-02-01", "2024-02-22")
                    .doses("nivolumab", "2024-02-01", "2024-02-22", "2024-04-20", "2024-05-20");
            assertThat(patient.lines()).containsExactly("1 advanced ipilimumab+nivolumab unknown unknown");
        }

        @Test
        void aTkiHeldAndRestartedKeepsTheLine() {
            TestPatient patient = metastatic()
                    .doses("pembrolizumab", "2024-02-01", "2024-03-14", "2024-05-02")
                    .stoppedOrder("lenvatinib", "2024-02-01", "407563006")
                    .stoppedOrder("lenvatinib", "2024-04-01", "407563006")
                    .activeOrder("lenvatinib", "2024-06-01");
            assertThat(patient.lines()).containsExactly("1 advanced lenvatinib+pembrolizumab ongoing unknown");
        }

        @Test
        void carboplatinExchangedForCisplatinKeepsTheLine() {
            TestPatient patient = TestPatient.withStageFourAdenocarcinoma("2024-01-10")
                    .doses("carboplatin", "2024-02-01")
                    .doses("pemetrexed", "2024-02-01", "2024-03-14")
                    .doses("cisplatin", "2024-03-14");
            assertThat(patient.lines()).hasSize(1);
        }

        @Test
        void splittingAnOrderChangesNothing() {
            TestPatient one = metastatic().activeOrder("cabozantinib", "2026-05-01");
            TestPatient two = metastatic()
                    .stoppedOrder("cabozantinib", "2026-05-01", null)
                    .activeOrder("cabozantinib", "2026-08-01");
            assertThat(two.lines()).isEqualTo(one.lines());
        }
    }

    @Nested
    class TheNextLine {

        @Test
        void aNewDrugAfterTheWindowOpensIt() {
            TestPatient patient = metastatic()
                    .doses("nivolumab", "2024-02-01", "2024-03-01")
                    .progression("2024-06-01")
                    .activeOrder("cabozantinib", "2024-06-20");
            assertThat(patient.lines())
                    .containsExactly(
                            "1 advanced nivolumab progression stated", "2 advanced cabozantinib ongoing unknown");
        }

        @Test
        void theSameRegimenAfterMoreThanTheGapIsARechallenge() {
            assertThat(metastatic()
                            .doses("nivolumab", "2024-02-01", "2024-07-31")
                            .lines())
                    .hasSize(2);
            assertThat(metastatic()
                            .doses("nivolumab", "2024-02-01", "2024-07-30")
                            .lines())
                    .hasSize(1);
        }

        @Test
        void anIciGivenAgainAfterATkiIsALineOfItsOwn() {
            TestPatient patient = metastatic()
                    .doses("nivolumab", "2024-02-01", "2024-03-01")
                    .activeOrder("cabozantinib", "2024-06-01")
                    .doses("nivolumab", "2025-06-01")
                    .doses("ipilimumab", "2025-06-01");
            assertThat(patient.lines()).hasSize(3);
        }

        @Test
        void theLastDoseOfTheOldRegimenAfterTheNewStartOpensNoLine() {
            TestPatient patient = metastatic()
                    .doses("nivolumab", "2024-02-01", "2024-03-01", "2024-06-10")
                    .activeOrder("cabozantinib", "2024-06-01");
            assertThat(patient.lines())
                    .containsExactly(
                            "1 advanced nivolumab switched inferred", "2 advanced cabozantinib ongoing unknown");
        }
    }

    @Nested
    @DisplayName("what was only planned is no therapy")
    @Tag("HZ-03")
    class Givenness {

        @Test
        void aPlanIsNoTherapy() {
            assertThat(metastatic().plan("cabozantinib", "2024-05-01").lines()).isEmpty();
        }

        @Test
        void aFutureOrderIsNoTherapy() {
            assertThat(metastatic().activeOrder("cabozantinib", "2026-11-22").lines())
                    .isEmpty();
            assertThat(metastatic().activeOrder("cabozantinib", "2026-11-21").lines())
                    .hasSize(1);
        }

        @Test
        void aCancelledOrderIsNoTherapy() {
            assertThat(metastatic()
                            .order("cabozantinib", "2024-05-01", "cancelled", null)
                            .lines())
                    .isEmpty();
        }
    }

    @Nested
    @DisplayName("adjuvant therapy is counted apart")
    @Tag("HZ-02")
    class Setting {

        @Test
        void anIciWithinSixteenWeeksOfNephrectomyWithoutMetastasesIsAdjuvant() {
            TestPatient patient = TestPatient.withClearCellRcc("2024-01-10")
                    .radicalNephrectomy("2024-02-01")
                    .doses("pembrolizumab", "2024-05-23");
            assertThat(patient.lines()).containsExactly("0 adjuvant pembrolizumab unknown unknown");
        }

        @Test
        void oneDayLaterTheSettingIsUnknown() {
            TestPatient patient = TestPatient.withClearCellRcc("2024-01-10")
                    .radicalNephrectomy("2024-02-01")
                    .doses("pembrolizumab", "2024-05-24");
            assertThat(patient.lines()).containsExactly("null unknown pembrolizumab unknown unknown");
        }

        @Test
        void afterCytoreductiveNephrectomyItIsForAdvancedDisease() {
            TestPatient patient = metastatic().radicalNephrectomy("2024-02-01").doses("pembrolizumab", "2024-03-01");
            assertThat(patient.lines()).containsExactly("1 advanced pembrolizumab unknown unknown");
        }
    }
}
