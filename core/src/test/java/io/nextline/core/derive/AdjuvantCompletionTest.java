package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.criterion.CompletedAdjuvantIci;
import io.nextline.core.criterion.RelapsedDuringAdjuvantIci;
import io.nextline.core.criterion.Truth;
import io.nextline.core.fact.AdjuvantIci;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.PatientFacts;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether adjuvant ICI therapy was given to its planned end: by a recorded reason, else by about a year of doses (ruling 9.10). */
final class AdjuvantCompletionTest {

    private static final String DRUG =
            "'medicationCodeableConcept':{'text':'pembrolizumab'},'category':%s,'status':'%s',";

    /** Doses every six weeks, since a longer pause would make of a stopped order one that was taken up again. */
    private static FhirPatient treated(String lastDose) {
        String dose = String.format(DRUG, "{'text':'adjuvant'}", "completed") + "'effectiveDateTime':'%s'";
        FhirPatient patient = FhirPatient.withRcc();
        LocalDate last = LocalDate.parse(lastDose);
        for (LocalDate day = LocalDate.of(2025, 1, 1); day.isBefore(last); day = day.plusDays(42)) {
            patient.add("MedicationAdministration", String.format(dose, day));
        }
        return patient.add("MedicationAdministration", String.format(dose, last));
    }

    private static FhirPatient relapsed(FhirPatient patient, String onset) {
        return patient.problem("http://snomed.info/sct", "94391008", ",'onsetDateTime':'" + onset + "'");
    }

    private static FhirPatient stopped(FhirPatient patient, String reason) {
        return patient.add(
                "MedicationRequest",
                String.format(DRUG, "[{'text':'adjuvant'}]", "stopped")
                        + "'intent':'order','authoredOn':'2025-01-01','statusReason':{'text':'" + reason + "'}");
    }

    private static AdjuvantIci course(FhirPatient patient) {
        AdjuvantIci course = patient.facts().adjuvantIci();
        assertThat(course).isNotNull();
        return course;
    }

    private static String told(Finding<Boolean> finding) {
        return finding.fold(known -> known.value().toString(), open -> "unknown");
    }

    @ParameterizedTest
    @CsvSource({"2025-04-11,unknown", "2025-11-26,unknown", "2025-11-27,true", "2026-01-01,true"})
    void aboutAYearOfDosesIsTheWholeCourse(String lastDose, String completed) {
        assertThat(told(course(treated(lastDose)).completed())).isEqualTo(completed);
        assertThat(told(course(relapsed(treated(lastDose), "2026-06-01")).completed()))
                .isEqualTo(completed);
    }

    @ParameterizedTest
    @CsvSource({"2026-05,FALSE,TRUE", "2025-12,FALSE,TRUE", "2025-11,UNKNOWN,UNKNOWN", "2025-10,TRUE,FALSE"})
    @Tag("HZ-14")
    void aRelapseDatedByMonthCameAfterTheTherapyWhereItsWholeMonthDid(String relapse, Truth during, Truth completed) {
        PatientFacts facts = relapsed(treated("2025-11-27"), relapse).facts();
        assertThat(new RelapsedDuringAdjuvantIci().evaluate(facts).truth()).isEqualTo(during);
        assertThat(new CompletedAdjuvantIci().evaluate(facts).truth()).isEqualTo(completed);
    }

    @ParameterizedTest
    @CsvSource({
        "completed as planned,2025-04-11,true",
        "planned stop after a year,2025-04-11,true",
        "colitis,2025-11-27,false",
        "insurance,2025-11-27,false",
        "progressive disease,2025-11-27,true",
        "progressive disease,2025-04-11,unknown",
        "progressive disease,2026-06-02,false"
    })
    void aRecordedReasonDecidesAndProgressionOnlyWhereTheRelapseCameDuringIt(
            String reason, String lastDose, String completed) {
        FhirPatient patient = relapsed(stopped(treated(lastDose), reason), "2026-06-01");
        assertThat(told(course(patient).completed())).isEqualTo(completed);
    }

    @ParameterizedTest
    @CsvSource({"359746009,false", "268910001,false", "709137006,unknown"})
    void aFavourableStatusAfterItShowsThatThereIsNoRelapse(String status, String relapse) {
        FhirPatient patient = treated("2025-11-27")
                .observation(
                        "97509-4",
                        "2026-11-01",
                        "'valueCodeableConcept':{'coding':[{'system':'http://snomed.info/sct','code':'" + status
                                + "'}]}");
        assertThat(told(course(patient).relapse())).isEqualTo(relapse);
    }

    @ParameterizedTest
    @CsvSource({"2024-12-31,unknown", "2025-01-01,unknown", "2025-01-02,true"})
    void whatWasThereBeforeTheFirstDoseIsNoRelapse(String onset, String relapse) {
        assertThat(told(course(relapsed(treated("2025-11-27"), onset)).relapse()))
                .isEqualTo(relapse);
    }
}
