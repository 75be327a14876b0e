package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far the cancer has spread now, from every place where a record states a stage, from metastases, and from therapy. */
final class StageTest {

    private static final String SNOMED = "http://snomed.info/sct";
    private static final String GROUP = "21908-9";

    private static String stage(FhirPatient patient) {
        return patient.facts().stage().fold(known -> known.value().id(), open -> "unknown");
    }

    private static String text(String stage) {
        return "'valueString':'" + stage + "'";
    }

    private static FhirPatient metastasis(String state) {
        return FhirPatient.withRcc()
                .add(
                        "Condition",
                        "'clinicalStatus':{'coding':[{'code':'" + state + "'}]},'onsetDateTime':'2025-01-10',"
                                + "'code':{'coding':[{'system':'" + SNOMED + "','code':'94391008'}]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            21908-9 | 'valueString':'Stage IV' | metastatic
            21908-9 | 'valueCodeableConcept':{'coding':[{'system':'http://cancerstaging.org','code':'3B'}]} | locally-advanced
            21902-2 | 'valueCodeableConcept':{'text':'Stage II'} | localised
            21907-1 | 'valueCodeableConcept':{'coding':[{'system':'http://cancerstaging.org','code':'cM1'}]} | metastatic
            21907-1 | 'valueCodeableConcept':{'coding':[{'system':'http://cancerstaging.org','code':'cM0'}]} | unknown
            21905-5 | 'valueCodeableConcept':{'coding':[{'system':'http://cancerstaging.org','code':'cT4'}]} | locally-advanced
            21908-9 | 'valueInteger':4 | unknown
            21908-9 | 'valueString':'not staged' | unknown""")
    void stageIsReadFromObservationsInCodesAndInWords(String loinc, String value, String stage) {
        assertThat(stage(FhirPatient.withRcc().observation(loinc, "2025-01-10", value)))
                .isEqualTo(stage);
    }

    @Test
    void nothingStatedLeavesItOpen() {
        assertThat(stage(FhirPatient.withRcc())).isEqualTo("unknown");
    }

    @Test
    void theNewestStatedStageCounts() {
        assertThat(stage(FhirPatient.withRcc()
                        .observation(GROUP, "2025-02-01", text("Stage II"))
                        .observation(GROUP, "2024-02-01", text("Stage III"))))
                .isEqualTo("localised");
        assertThat(stage(FhirPatient.withRcc()
                        .observation(GROUP, "2025-02-01", text("Stage III"))
                        .observation(GROUP, "2024-02-01", text("Stage II"))))
                .isEqualTo("locally-advanced");
    }

    @Test
    void aDatedStageCountsBeforeOneWithoutADateAndThatBeforeNone() {
        String undated = "'status':'final','code':{'coding':[{'system':'http://loinc.org','code':'21908-9'}]},"
                + text("Stage III");
        FhirPatient patient = FhirPatient.withRcc().add("Observation", undated);
        assertThat(stage(patient)).isEqualTo("locally-advanced");
        assertThat(stage(patient.observation(GROUP, "2024-02-01", text("Stage II"))))
                .isEqualTo("localised");
    }

    @Test
    void onceMetastaticALowerStageIsHistory() {
        assertThat(stage(FhirPatient.withRcc()
                        .observation(GROUP, "2024-02-01", text("Stage IV"))
                        .observation(GROUP, "2025-02-01", text("Stage II"))))
                .isEqualTo("metastatic");
    }

    @Test
    void stageIsReadFromTheConditionAndFromItsCode() {
        assertThat(stage(FhirPatient.withRcc()
                        .problem(SNOMED, "254915003", ",'stage':[{'summary':{'text':'Stage III'}}]")))
                .isEqualTo("locally-advanced");
        assertThat(stage(FhirPatient.withNsclc().problem(SNOMED, "423121009", "")))
                .isEqualTo("metastatic");
        assertThat(stage(FhirPatient.withNsclc().problem(SNOMED, "422968005", "")))
                .isEqualTo("locally-advanced");
    }

    @ParameterizedTest
    @CsvSource({
        "active,metastatic",
        "recurrence,metastatic",
        "resolved,unknown",
        "inactive,unknown",
        "remission,unknown"
    })
    void anActiveMetastasisIsMetastaticDisease(String state, String stage) {
        assertThat(stage(metastasis(state))).isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource({
        "cabozantinib,metastatic",
        "nivolumab,metastatic",
        "pembrolizumab,unknown",
        "sunitinib,unknown",
        "metformin,unknown"
    })
    void therapyGivenInAdvancedDiseaseOnlySaysSo(String drug, String stage) {
        assertThat(stage(FhirPatient.withRcc()
                        .add(
                                "MedicationAdministration",
                                "'status':'completed','effectiveDateTime':'2025-03-01',"
                                        + "'medicationCodeableConcept':{'text':'" + drug + "'}")))
                .isEqualTo(stage);
    }
}
