package io.nextline.samples.patients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often Nextline speaks up when a chart is opened, over all sample patients, most of whom have just progressed. */
@Tag("HZ-23")
final class AlertBudgetTest {

    private static final SampleEngine ENGINE = new SampleEngine();

    @Test
    void mostChartsBringAtMostOneCardAndNoChartMoreThanTwo() {
        List<Integer> cards = SamplePatient.evaluable().stream()
                .map(patient -> ENGINE.evaluate(patient).cards().size())
                .sorted()
                .toList();
        assertThat(cards.get(cards.size() / 2)).as("median of %s", cards).isLessThanOrEqualTo(1);
        assertThat(cards.get(cards.size() * 95 / 100))
                .as("19 of 20 of %s", cards)
                .isLessThanOrEqualTo(2);
        assertThat(cards.get(cards.size() - 1)).as("most of %s", cards).isLessThanOrEqualTo(3);
    }

    @Test
    void openingAChartNeverWarns() {
        for (SamplePatient patient : SamplePatient.evaluable()) {
            assertThat(ENGINE.evaluate(patient).cards()).as(patient.name()).noneMatch(card -> card.warning());
        }
    }
}
