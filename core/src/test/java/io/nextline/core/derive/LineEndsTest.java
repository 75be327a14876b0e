package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fact.LineOfTherapy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a line ended, or that it goes on, on 21 November 2026 (ARCHITECTURE.md, D5). */
final class LineEndsTest {

    private static final String TOXICITY = ",'status':'stopped','statusReason':{'text':'toxicity'}";
    private static final String DONE = ",'status':'completed'";
    private static final String ACTIVE = ",'status':'active'";

    private static FhirPatient dosed(FhirPatient patient, String drug, String... days) {
        for (String day : days) {
            patient.add(
                    "MedicationAdministration", drug(drug) + ",'status':'completed','effectiveDateTime':'" + day + "'");
        }
        return patient;
    }

    private static FhirPatient ordered(FhirPatient patient, String drug, String day, String status) {
        return patient.add("MedicationRequest", drug(drug) + ",'intent':'order','authoredOn':'" + day + "'" + status);
    }

    private static FhirPatient stated(FhirPatient patient, String drug, String start, String end, String status) {
        String period = "'start':'" + start + "'" + (end.isEmpty() ? "" : ",'end':'" + end + "'");
        String listed = status.replace("'statusReason':{'text':'toxicity'}", "'statusReason':[{'text':'toxicity'}]");
        return patient.add("MedicationStatement", drug(drug) + ",'effectivePeriod':{" + period + "}" + listed);
    }

    private static String drug(String name) {
        return "'medicationCodeableConcept':{'text':'" + name + "'}";
    }

    private static String ended(FhirPatient patient) {
        List<LineOfTherapy> lines = patient.facts().therapy().lines();
        assertThat(lines).hasSize(1);
        return lines.get(0).endReason().id();
    }

    @Test
    void dosesUnderAStoppedOrderAreNoRestart() {
        FhirPatient patient = ordered(FhirPatient.withRcc(), "nivolumab", "2026-03-01", TOXICITY);
        assertThat(ended(dosed(patient, "nivolumab", "2026-03-05", "2026-04-02")))
                .isEqualTo("toxicity");
    }

    @Test
    void laterOrderWithoutDosesOnRecordIsARestart() {
        FhirPatient patient = ordered(FhirPatient.withRcc(), "cabozantinib", "2026-03-01", TOXICITY);
        assertThat(ended(ordered(patient, "cabozantinib", "2026-05-01", ACTIVE)))
                .isEqualTo("ongoing");
    }

    @Test
    void earlierOrderIsNoRestart() {
        FhirPatient patient = ordered(FhirPatient.withRcc(), "cabozantinib", "2026-03-01", DONE);
        assertThat(ended(ordered(patient, "cabozantinib", "2026-05-01", TOXICITY)))
                .isEqualTo("toxicity");
    }

    @ParameterizedTest
    @CsvSource({"completed,toxicity", "active,unknown"})
    void orderThatComesWithADoseIsNoRestartUnlessItIsInForce(String status, String expected) {
        FhirPatient patient = ordered(FhirPatient.withRcc(), "nivolumab", "2026-03-01", TOXICITY);
        dosed(patient, "nivolumab", "2026-03-05", "2026-04-02");
        assertThat(ended(ordered(patient, "nivolumab", "2026-04-02", ",'status':'" + status + "'")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-13,toxicity", "2026-05-15,unknown"})
    void orderAfterAPauseOfTheDosesIsARestart(String again, String expected) {
        FhirPatient patient = ordered(FhirPatient.withRcc(), "nivolumab", "2026-03-01", TOXICITY);
        dosed(patient, "nivolumab", "2026-03-05", again);
        assertThat(ended(ordered(patient, "nivolumab", again, DONE))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-15,toxicity", "2026-02-16,unknown"})
    void doseAfterAStoppedPeriodIsARestart(String dose, String expected) {
        FhirPatient patient = stated(FhirPatient.withRcc(), "nivolumab", "2026-01-01", "2026-02-15", TOXICITY);
        assertThat(ended(dosed(patient, "nivolumab", dose))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-15,toxicity", "2026-03-16,unknown"})
    void partnerThatStoppedWithinSixWeeksOfTheEndStoppedWithIt(String last, String expected) {
        FhirPatient patient = stated(FhirPatient.withRcc(), "ipilimumab", "2026-01-01", "2026-02-01", TOXICITY);
        assertThat(ended(dosed(patient, "nivolumab", "2026-01-01", last))).isEqualTo(expected);
    }

    @Test
    void partnerThatGoesOnKeepsTheLineOpen() {
        FhirPatient patient = stated(FhirPatient.withRcc(), "axitinib", "2026-01-01", "2026-10-20", TOXICITY);
        assertThat(ended(dosed(
                        ordered(patient, "pembrolizumab", "2026-01-01", ACTIVE),
                        "pembrolizumab",
                        "2026-01-02",
                        "2026-10-30")))
                .isEqualTo("ongoing");
    }

    @ParameterizedTest
    @CsvSource({"2026-09-12,ongoing", "2026-09-11,unknown"})
    void dosesWithinSeventyDaysGoOn(String last, String expected) {
        assertThat(ended(dosed(FhirPatient.withRcc(), "nivolumab", "2026-08-15", last)))
                .isEqualTo(expected);
    }

    @Test
    void openOrderOfAnInfusionWithoutRecentDosesDoesNotGoOn() {
        FhirPatient patient = dosed(FhirPatient.withRcc(), "nivolumab", "2026-03-05", "2026-04-02");
        assertThat(ended(ordered(patient, "nivolumab", "2026-03-01", ACTIVE))).isEqualTo("unknown");
    }

    @Test
    void openOrderWithoutDosesGoesOn() {
        assertThat(ended(ordered(FhirPatient.withRcc(), "nivolumab", "2026-03-01", ACTIVE)))
                .isEqualTo("ongoing");
    }

    @Test
    void openOrderOfTabletsGoesOnWhateverWasDispensedLast() {
        FhirPatient patient = FhirPatient.withRcc()
                .add(
                        "MedicationDispense",
                        drug("cabozantinib") + ",'status':'completed','whenHandedOver':'2026-03-05'");
        assertThat(ended(ordered(patient, "cabozantinib", "2026-03-01", ACTIVE)))
                .isEqualTo("ongoing");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-20,ongoing", // before the last dose: it was given on
        "2026-11-10,progression" // after it
    })
    void dosesThatEndedBeforeProgressionDoNotGoOn(String progressed, String expected) {
        FhirPatient patient = dosed(FhirPatient.withRcc(), "nivolumab", "2026-09-15", "2026-11-01")
                .observation(
                        "97509-4",
                        progressed,
                        "'valueCodeableConcept':{'coding':[{'system':'http://snomed.info/sct','code':'271299001'}]}");
        assertThat(ended(patient)).isEqualTo(expected);
    }
}
