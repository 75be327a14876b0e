package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.TestPatient;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.TreatmentSetting;
import io.nextline.core.fhir.Observation;
import io.nextline.core.fhir.Procedure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What therapy was meant for, from surgery, metastases and radiotherapy where nothing codes it. */
@Tag("HZ-02")
final class SettingTest {

    private static final String SNOMED = "http://snomed.info/sct";
    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String LUNG_RESECTION = "173171007";
    private static final String METASTASECTOMY = "307616002";
    private static final String RADIOTHERAPY = "33195004";
    private static final String START = "2024-03-01";

    private static TestPatient renal() {
        return TestPatient.withClearCellRcc("2024-01-10");
    }

    private static TestPatient lung() {
        return new TestPatient().born("1958-03-11").condition(SNOMED, "254626006", "2024-01-10");
    }

    private static TestPatient metastasis(TestPatient patient, @Nullable String since, String status) {
        return patient.condition(ICD, "C78.7", since, status, "confirmed", "problem-list-item");
    }

    private static String setting(TestPatient patient) {
        assertThat(patient.report().facts().therapy().lines()).hasSize(1);
        return patient.report().facts().therapy().lines().get(0).setting().id();
    }

    @ParameterizedTest
    @CsvSource({"2024-03-01,adjuvant", "2023-11-10,adjuvant", "2023-11-09,unknown", "2024-03-02,unknown"})
    void anIciWithinSixteenWeeksOfNephrectomyIsAdjuvant(String surgery, String setting) {
        assertThat(setting(renal().radicalNephrectomy(surgery).doses("pembrolizumab", START)))
                .isEqualTo(setting);
    }

    @ParameterizedTest
    @CsvSource({
        "pembrolizumab,,adjuvant",
        "sunitinib,,unknown",
        "pembrolizumab,sunitinib,unknown",
        "pembrolizumab,axitinib,advanced",
        "nivolumab,,advanced"
    })
    void afterNephrectomyTheRegimenDecides(String drug, @Nullable String with, String setting) {
        TestPatient patient = renal().radicalNephrectomy("2024-02-01").doses(drug, START);
        assertThat(setting(with == null ? patient : patient.doses(with, START))).isEqualTo(setting);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-01,active,advanced",
        "2024-04-30,active,unknown",
        "2024-05-01,active,adjuvant",
        ",active,unknown",
        ",resolved,adjuvant"
    })
    void aMetastasisThatMayHaveBeenThereLeavesAdjuvantOpen(@Nullable String since, String status, String setting) {
        TestPatient patient = renal().radicalNephrectomy("2024-02-01").doses("pembrolizumab", START);
        assertThat(setting(metastasis(patient, since, status))).isEqualTo(setting);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-20,resolved,adjuvant",
        "2024-03-01,resolved,adjuvant",
        "2024-03-02,resolved,advanced",
        "2024-02-20,active,advanced"
    })
    void therapyAfterAllMetastasesWereRemovedIsAdjuvant(String removal, String status, String setting) {
        TestPatient patient = renal().radicalNephrectomy("2024-02-01")
                .procedure(SNOMED, METASTASECTOMY, removal)
                .doses("pembrolizumab", START);
        assertThat(setting(metastasis(patient, "2024-01-10", status))).isEqualTo(setting);
    }

    @ParameterizedTest
    @CsvSource({"active,advanced", "resolved,unknown"})
    void anUndatedMetastasisWithoutCurativeTreatmentIsAdvancedDisease(String status, String setting) {
        assertThat(setting(metastasis(renal().doses("sunitinib", START), null, status)))
                .isEqualTo(setting);
    }

    @ParameterizedTest
    @CsvSource({"116033007", LUNG_RESECTION, RADIOTHERAPY})
    void anUndatedMetastasisBesideCurativeTreatmentSettlesNothing(String procedure) {
        TestPatient patient = renal().procedure(SNOMED, procedure, "2023-06-01").doses("sunitinib", START);
        assertThat(setting(metastasis(patient, null, "active"))).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({"Stage IV,advanced", "Stage III,unknown"})
    void anUndatedMetastaticStageIsAdvancedDisease(String stage, String setting) {
        assertThat(setting(renal().doses("sunitinib", START).with(undatedStage(stage))))
                .isEqualTo(setting);
    }

    @ParameterizedTest
    @CsvSource({"Stage IV,unknown", "Stage III,adjuvant"})
    void anUndatedMetastaticStageLeavesAdjuvantOpen(String stage, String setting) {
        TestPatient patient = renal().radicalNephrectomy("2024-02-01").doses("pembrolizumab", START);
        assertThat(setting(patient.with(undatedStage(stage)))).isEqualTo(setting);
    }

    private static Observation undatedStage(String stage) {
        return GateRecord.resource(
                Observation.class,
                "{'resourceType':'Observation','id':'undated-stage','status':'final',"
                        + "'code':{'coding':[{'system':'http://loinc.org','code':'21908-9'}]},'valueString':'" + stage
                        + "'}");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-11-09,unknown",
        "2023-11-10,adjuvant",
        "2024-03-01,adjuvant",
        "2024-03-02,neoadjuvant",
        "2024-08-28,neoadjuvant",
        "2024-08-29,unknown"
    })
    void lungResectionBeforeOrAfterDecides(String surgery, String setting) {
        TestPatient patient = lung().procedure(SNOMED, LUNG_RESECTION, surgery);
        assertThat(setting(patient.doses("nivolumab", START).doses("carboplatin", START)))
                .isEqualTo(setting);
    }

    @ParameterizedTest
    @CsvSource({
        "durvalumab,2023-09-03,consolidation",
        "durvalumab,2023-09-02,unknown",
        "durvalumab,2024-03-02,unknown",
        "docetaxel,2023-09-03,unknown"
    })
    void anIciWithinSixMonthsOfRadiotherapyIsConsolidation(String drug, String radiotherapy, String setting) {
        assertThat(setting(lung().procedure(SNOMED, RADIOTHERAPY, radiotherapy).doses(drug, START)))
                .isEqualTo(setting);
    }

    @ParameterizedTest
    @CsvSource({"2024-02-02,CURATIVE", "2024-02-01,UNKNOWN", "2024-03-29,CURATIVE", "2024-03-30,UNKNOWN"})
    void chemotherapyBesideChemoradiationIsCurative(String chemoradiation, TreatmentSetting setting) {
        Procedure procedure = GateRecord.resource(
                Procedure.class,
                "{'resourceType':'Procedure','id':'crt','status':'completed','code':{'text':'chemoradiation'},"
                        + "'performedDateTime':'" + chemoradiation + "'}");
        TestPatient patient = lung().with(procedure).doses("cisplatin", START);
        assertThat(patient.report().facts().therapy().lines())
                .extracting(LineOfTherapy::setting)
                .containsExactly(setting);
    }
}
