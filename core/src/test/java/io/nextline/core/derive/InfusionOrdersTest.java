package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fact.EndReason;
import io.nextline.core.fact.LineOfTherapy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders of infusions take the date of the nearest dose (ARCHITECTURE.md, D5). */
final class InfusionOrdersTest {

    private static final String NIVOLUMAB = "'medicationCodeableConcept':{'text':'nivolumab'}";

    private static FhirPatient dosed(String... days) {
        FhirPatient patient = FhirPatient.withRcc();
        for (String day : days) {
            patient.add(
                    "MedicationAdministration",
                    "'status':'completed'," + NIVOLUMAB + ",'effectiveDateTime':'" + day + "'");
        }
        return patient;
    }

    private static FhirPatient ordered(FhirPatient patient, String day, String fields) {
        return patient.add(
                "MedicationRequest", "'intent':'order'," + NIVOLUMAB + ",'authoredOn':'" + day + "'" + fields);
    }

    private static LineOfTherapy only(FhirPatient patient) {
        List<LineOfTherapy> lines = patient.facts().therapy().lines();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static String start(LineOfTherapy line) {
        return line.start() == null ? "none" : line.start().text();
    }

    private static String end(LineOfTherapy line) {
        return line.end() == null ? "none" : line.end().text();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01,2026-01-10", // nine days before the first dose
        "2026-01-20,2026-01-10",
        "2026-02-20,2026-01-10"
    })
    void orderNearDosesAddsNoDayOfItsOwn(String order, String start) {
        LineOfTherapy line = only(ordered(dosed("2026-01-10", "2026-02-07"), order, ",'status':'completed'"));

        assertThat(start(line)).isEqualTo(start);
        assertThat(end(line)).isEqualTo("2026-02-07");
    }

    @Test
    void orderFarFromEveryDoseKeepsItsDay() {
        assertThat(start(only(ordered(dosed("2026-05-10"), "2026-01-20", ",'status':'completed'"))))
                .isEqualTo("2026-01-20");
    }

    @Test
    void stoppedOrderSaysWhyTheDosesEnded() {
        LineOfTherapy line = only(ordered(
                dosed("2026-01-10", "2026-02-07"),
                "2026-02-01",
                ",'status':'stopped','statusReason':{'text':'toxicity'}"));

        assertThat(line.endReason()).isEqualTo(EndReason.TOXICITY);
        assertThat(end(line)).isEqualTo("2026-02-07");
    }

    @Test
    void orderWithoutADoseOnRecordStandsAlone() {
        assertThat(start(only(ordered(FhirPatient.withRcc(), "2026-03-01", ",'status':'active'"))))
                .isEqualTo("2026-03-01");
    }

    @Test
    void orderOfATabletKeepsItsDay() {
        FhirPatient patient = FhirPatient.withRcc()
                .add(
                        "MedicationAdministration",
                        "'status':'completed','medicationCodeableConcept':{'text':'cabozantinib'},"
                                + "'effectiveDateTime':'2026-01-10'")
                .add(
                        "MedicationRequest",
                        "'intent':'order','status':'active','medicationCodeableConcept':{'text':'cabozantinib'},"
                                + "'authoredOn':'2026-01-03'");
        assertThat(start(only(patient))).isEqualTo("2026-01-03");
    }

    @Test
    void dosesOfOneDrugDateNoOrderOfAnother() {
        FhirPatient patient = dosed("2026-01-10")
                .add(
                        "MedicationRequest",
                        "'intent':'order','status':'completed','medicationCodeableConcept':{'text':'ipilimumab'},"
                                + "'authoredOn':'2026-01-05'");
        assertThat(start(only(patient))).isEqualTo("2026-01-05");
    }
}
