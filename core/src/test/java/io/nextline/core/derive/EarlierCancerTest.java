package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fact.PatientFacts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Therapy that was over before this cancer was found, beside an earlier cancer, is no line of it (ARCHITECTURE.md, D57). */
final class EarlierCancerTest {

    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";

    // The renal cell carcinoma of the patient is dated 10 January 2024.
    private static PatientFacts treated(String drug, String day, String otherCancer, String since) {
        FhirPatient patient = FhirPatient.withRcc()
                .add(
                        "MedicationAdministration",
                        "'status':'completed','medicationCodeableConcept':{'text':'" + drug + "'},'effectiveDateTime':'"
                                + day + "'");
        if (!otherCancer.isEmpty()) {
            String onset = since.isEmpty() ? "" : ",'onsetDateTime':'" + since + "'";
            patient.add(
                    "Condition",
                    "'clinicalStatus':{'coding':[{'code':'resolved'}]},'code':{'coding':[{'system':'" + ICD
                            + "','code':'" + otherCancer + "'}]}" + onset);
        }
        return patient.facts();
    }

    @ParameterizedTest
    @CsvSource({
        "carboplatin,2020-05-01,C50.911,2020-03-01,0", // breast cancer, treated, long before
        "carboplatin,2020-05-01,Z85.3,2020-03-01,0", // the same as history
        "carboplatin,2020-05-01,C50.911,'',0", // of unknown date: may have been there
        "carboplatin,2020-05-01,C50.911,2020-05-01,0", // found on the day of the first dose
        "carboplatin,2020-05-01,C50.911,2020-05-02,1", // found a day later: not for it
        "carboplatin,2020-05-01,'','',1", // no other cancer on record
        "carboplatin,2020-05-01,C79.51,2020-03-01,1", // a metastasis is no other cancer
        "carboplatin,2020-05-01,C44.91,2020-03-01,1", // skin cancer is treated otherwise
        "carboplatin,2020-05-01,C64.2,2020-03-01,1", // the same organ
        "nivolumab,2020-05-01,C50.911,2020-03-01,1", // a checkpoint inhibitor counts whatever it was for
        "carboplatin,2023-11-10,C50.911,2020-03-01,0", // 61 days before
        "carboplatin,2023-11-11,C50.911,2020-03-01,1", // 60 days before: within the lag of recording
        "carboplatin,2024-02-01,C50.911,2020-03-01,1" // after this cancer was found
    })
    void therapyCountsUnlessItWasForTheEarlierCancer(
            String drug, String day, String otherCancer, String since, int lines) {
        PatientFacts facts = treated(drug, day, otherCancer, since);

        assertThat(facts.therapy().lines()).hasSize(lines);
        assertThat(
                        facts.warnings()
                                .contains(
                                        "not counted: therapy that ended before this cancer was found, beside an earlier cancer"))
                .isEqualTo(lines == 0);
    }
}
