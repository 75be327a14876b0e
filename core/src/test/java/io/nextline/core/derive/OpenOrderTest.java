package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.TestPatient;
import io.nextline.core.fact.CountRange;
import io.nextline.core.fact.TherapyHistory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What follows where dates do not tell which line came last. */
@Tag("HZ-01")
@Tag("HZ-14")
class OpenOrderTest {

    private static TestPatient unordered() {
        return TestPatient.withClearCellRcc("2024-01-10")
                .lungMetastasis("2024-01-10")
                .order("cabozantinib", "2024", "completed", null)
                .doses("nivolumab", "2024-05-10", "2024-06-07");
    }

    @Test
    void progressionAfterTheStartOfEveryLineIsThatOfTheLatest() {
        assertThat(unordered().progression("2025-03-01").truthOf("DS-15")).isEqualTo("true");
    }

    @Test
    void progressionThatMayLieBetweenThemLeavesTheLatestOpen() {
        assertThat(unordered().progression("2024-09-01").truthOf("DS-15")).isEqualTo("unknown");
    }

    @Test
    void theRangeStandsInTheFactsAndTheWarnings() {
        TestPatient patient = unordered();
        TherapyHistory therapy = patient.report().facts().therapy();
        assertThat(therapy.count().advanced()).isEqualTo(new CountRange(1, 2));
        assertThat(therapy.orderKnown()).isFalse();
        assertThat(therapy.lines())
                .allSatisfy(line -> assertThat(line.ordinal()).isNull());
        assertThat(patient.report().facts().warnings())
                .contains("the dates do not tell the order of the lines of therapy: 1 or 2 for advanced disease");
    }

    @Test
    void theHistoryNamesTheVersionOfItsRules() {
        assertThat(unordered().report().facts().therapy().count().profileVersion())
                .isEqualTo("2026.11");
    }
}
