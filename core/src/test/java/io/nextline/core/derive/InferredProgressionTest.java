package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fact.Finding;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.ProgressionRule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A next line within 182 days of the last dose, without another reason on record, infers progression (ARCHITECTURE.md, D8). */
final class InferredProgressionTest {

    private static String dose(String drug, String day) {
        return "'status':'completed','medicationCodeableConcept':{'text':'" + drug + "'},'effectiveDateTime':'" + day
                + "'";
    }

    private static String order(String drug, String day) {
        return "'status':'active','intent':'order','medicationCodeableConcept':{'text':'" + drug + "'},'authoredOn':'"
                + day + "'";
    }

    private static LineOfTherapy first(FhirPatient patient) {
        List<LineOfTherapy> lines = patient.facts().therapy().lines();
        assertThat(lines).hasSize(2);
        return lines.get(0);
    }

    private static String told(Finding<Progression> progression) {
        return progression.fold(
                known -> known.value().basis() + " after " + known.value().daysFromLastDose(),
                open -> open.gap().detail());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-07-15,NEXT_LINE after 44",
        "2025-11-30,NEXT_LINE after 182",
        "2025-12-01,whether the cancer progressed: the next line began 183 days after the last dose",
        "2025-11,NEXT_LINE after 153",
        "2025-12,whether the cancer progressed: the next line began 183 days after the last dose"
    })
    void nextLineInfersItWithin182DaysOfTheLastDose(String next, String expected) {
        FhirPatient patient = FhirPatient.withRcc()
                .add("MedicationAdministration", dose("nivolumab", "2025-03-01"))
                .add("MedicationAdministration", dose("nivolumab", "2025-06-01"))
                .add(
                        "MedicationStatement",
                        "'status':'active','medicationCodeableConcept':{'text':'cabozantinib'},"
                                + "'effectivePeriod':{'start':'" + next + "'}");

        assertThat(told(first(patient).progression())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2025-11,the dates do not tell how long after the last dose the next line began"})
    void dateThatMayBeTooLateLeavesItOpen(String next, String expected) {
        FhirPatient patient = FhirPatient.withRcc()
                .add("MedicationAdministration", dose("nivolumab", "2025-05-20"))
                .add(
                        "MedicationStatement",
                        "'status':'active','medicationCodeableConcept':{'text':'cabozantinib'},"
                                + "'effectivePeriod':{'start':'" + next + "'}");

        assertThat(told(first(patient).progression())).isEqualTo("whether the cancer progressed: " + expected);
    }

    @ParameterizedTest
    @CsvSource({
        "axitinib,NEXT_LINE after 0", // tablets go on until the next line
        "nivolumab,whether the cancer progressed: the next line began 334 days after the last dose"
    })
    void openOrderOfTabletsGoesOnAndThatOfAnInfusionDoesNot(String drug, String expected) {
        FhirPatient patient = FhirPatient.withRcc()
                .add("MedicationRequest", order(drug, "2025-01-01"))
                .add("MedicationRequest", order("cabozantinib", "2025-12-01"));

        assertThat(told(first(patient).progression())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-15,false", // between the last dose and the next line
        "2025-06-01,true", // on the day of a dose: part of that line
        "2025-07-15,true", // on the first day of the next line
        "2025-04-01,true"
    })
    void unidentifiedRowInBetweenLeavesItOpen(String day, boolean inferred) {
        FhirPatient patient = FhirPatient.withRcc()
                .add("MedicationAdministration", dose("nivolumab", "2025-03-01"))
                .add("MedicationAdministration", dose("nivolumab", "2025-06-01"))
                .add("MedicationAdministration", dose("study drug XYZ-123, blinded", day))
                .add("MedicationAdministration", dose("cabozantinib", "2025-07-15"));

        Progression progression = first(patient).progression().orNull();
        assertThat(progression != null && progression.basis() == ProgressionRule.NEXT_LINE)
                .isEqualTo(inferred);
    }
}
