package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.TestPatient;
import io.nextline.core.fact.Diagnosis;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.RecordArea;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which cancer it is, from the diagnoses on record. They are written as codes joined by "+", with a clinical status and words:
 * {@code C34.90 resolved/Lung cancer}, several separated by commas.
 */
@Tag("HZ-17")
final class DiagnosisTest {

    private static final String ALL = "renal-cell-carcinoma+nsclc+other+none";

    private static KidneyRecord patient(@Nullable String diagnoses) {
        KidneyRecord patient = KidneyRecord.undiagnosed();
        int next = 0;
        for (String diagnosis : diagnoses == null ? new String[0] : diagnoses.split(", ", -1)) {
            patient.with("Condition", "c" + next++, fields(diagnosis));
        }
        return patient;
    }

    private static String fields(String diagnosis) {
        int slash = diagnosis.indexOf('/');
        String coded = slash < 0 ? diagnosis : diagnosis.substring(0, slash);
        String words = slash < 0 ? "" : ",'text':'" + diagnosis.substring(slash + 1) + "'";
        String codes = coded.replace(" resolved", "");
        String codings = codes.isEmpty()
                ? ""
                : List.of(codes.split("\\+", -1)).stream()
                        .map(DiagnosisTest::coding)
                        .collect(Collectors.joining(","));
        return "'clinicalStatus':{'coding':[{'code':'" + (coded.endsWith(" resolved") ? "resolved" : "active")
                + "'}]},'code':{'coding':[" + codings + "]" + words + "}";
    }

    private static String coding(String code) {
        String system =
                Character.isDigit(code.charAt(0)) ? "http://snomed.info/sct" : "http://hl7.org/fhir/sid/icd-10-cm";
        return "{'system':'" + system + "','code':'" + code + "'}";
    }

    private static String type(PatientFacts facts) {
        return facts.diagnosis().type().fold(known -> known.value().id(), open -> "unknown");
    }

    private static String possible(PatientFacts facts) {
        return facts.diagnosis().possible().stream()
                .sorted()
                .map(DiagnosisType::id)
                .collect(Collectors.joining("+"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            254915003 | renal-cell-carcinoma | renal-cell-carcinoma
            254915003 resolved | renal-cell-carcinoma | renal-cell-carcinoma
            254626006 | nsclc | nsclc
            C50.911 | other | other
            C50.911 resolved | none | none
            254915003, 254626006 | unknown | renal-cell-carcinoma+nsclc+other
            C64.9, C43.9 | unknown | renal-cell-carcinoma+other
            C34.90 | unknown | nsclc+other
            C64.9/Urothelial carcinoma | unknown | renal-cell-carcinoma+other
            C64.9/Urothelial carcinoma, C65.1 | other | other
            363346000 | unknown | ALL
            363346000 resolved | none | none
            94225005 | unknown | ALL
            94225005 resolved | unknown | ALL
            Z85.528 | none | none
            Z85.528, 94225005 | unknown | renal-cell-carcinoma+other
            Z85.528, 94225005 resolved | none | none
            /History of lung cancer, 94225005 | unknown | nsclc+other
            Z85.820, 94225005 | unknown | other
            Z85.820, C34.90 resolved, 94225005 | unknown | nsclc+other
            Z80.1 | none | none
            | none | none""")
    void theDiagnosesTellWhichCancerItIsOrMayBe(@Nullable String diagnoses, String type, String possible) {
        PatientFacts facts = patient(diagnoses).facts();
        assertThat(type(facts)).isEqualTo(type);
        assertThat(possible(facts)).isEqualTo(possible.replace("ALL", ALL));
        assertThat(facts.diagnosis().cancerRecorded()).isEqualTo(!type.equals("none"));
    }

    @ParameterizedTest
    @CsvSource({
        "adenocarcinoma, nsclc",
        "small cell carcinoma, other",
        "adenocarcinoma+small cell carcinoma, unknown",
        "no tumour cells, unknown"
    })
    @Tag("HZ-18")
    void theMorphologyTellsTheTypeOfALungCancer(String morphologies, String type) {
        KidneyRecord patient = patient("C34.90");
        for (String morphology : morphologies.split("\\+", -1)) {
            patient.with(
                    "Observation",
                    morphology.substring(0, 5),
                    "'status':'final','code':{'coding':[{'system':'http://loinc.org','code':'59847-4'}]},"
                            + "'valueString':'" + morphology + "'");
        }
        assertThat(type(patient.facts())).isEqualTo(type);
    }

    @Test
    void withoutDiagnosesThatWereReadWholeAnyCancerIsPossible() {
        PatientFacts facts = new TestPatient()
                .born("1960-05-01")
                .missing(RecordArea.CONDITIONS)
                .report()
                .facts();
        assertThat(type(facts)).isEqualTo("unknown");
        assertThat(possible(facts)).isEqualTo(ALL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            254915003, 94225005 |
            254915003 resolved |
            254915003 resolved, 94225005 resolved |
            254915003 resolved, 94225005 | the primary cancer is marked as no longer active while metastases are active
            254915003+C64.9 |
            C64.9+254626006 | the codes of one diagnosis contradict each other; the most specific is used
            C64.9/Urothelial carcinoma | the code and the words of a diagnosis name different cancers
            Z85.528, 94225005 | a history of cancer and active metastases, but no current primary cancer on record""")
    void aDiagnosisThatContradictsItselfIsSaidSo(String diagnoses, @Nullable String conflict) {
        assertThat(patient(diagnoses).facts().warnings())
                .filteredOn(warning -> warning.startsWith("conflict: "))
                .isEqualTo(conflict == null ? List.of() : List.of("conflict: " + conflict));
    }

    @ParameterizedTest
    @CsvSource({
        "encounter-diagnosis, renal-cell-carcinoma",
        "encounter-diagnosis problem-list-item, unknown",
        "problem-list-item, unknown",
        "health-concern, unknown"
    })
    void onlyARowOfBillingAloneIsTakenForTheMetastasisThatItNames(String categories, String type) {
        String listed = List.of(categories.split(" ", -1)).stream()
                .map(category -> "{'coding':[{'code':'" + category + "'}]}")
                .collect(Collectors.joining(","));
        KidneyRecord patient =
                KidneyRecord.diagnosed().with("Condition", "billed", fields("C34.90") + ",'category':[" + listed + "]");
        assertThat(type(patient.facts())).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'onsetDateTime':'2024-01-10' | 2024-01-10
            'onsetPeriod':{'end':'2024-01-10'} | 2024-01-10
            'extension':[ASSERTED] | 2024-02-01
            'onsetDateTime':'2024-01-10','extension':[ASSERTED] | 2024-01-10
            'extension':[{'url':'http://example.org/dueDate','valueDateTime':'2024-03-01'},ASSERTED] | 2024-02-01
            'extension':[{'url':'http://example.org/dueDate','valueDateTime':'2024-03-01'}] |
            'recordedDate':'2024-04-01' |""")
    void theDayOfDiagnosisIsTheOnsetElseTheDayOfAssertionAndNeverTheDayOfRecording(
            String dates, @Nullable String diagnosed) {
        String asserted = "{'url':'http://hl7.org/fhir/StructureDefinition/condition-assertedDate',"
                + "'valueDateTime':'2024-02-01'}";
        Diagnosis diagnosis = KidneyRecord.undiagnosed()
                .with("Condition", "c", fields("254915003") + "," + dates.replace("ASSERTED", asserted))
                .facts()
                .diagnosis();
        assertThat(diagnosis.diagnosed() == null ? null : diagnosis.diagnosed().text())
                .isEqualTo(diagnosed);
    }

    @Test
    void theEntriesBehindTheTypeAreToldInTheOrderOfTime() {
        Diagnosis diagnosis = KidneyRecord.undiagnosed()
                .with("Condition", "nsclc", fields("254626006") + ",'recordedDate':'2024-04-01'")
                .with("Condition", "lung", fields("C34.90") + ",'recordedDate':'2023-04-01'")
                .facts()
                .diagnosis();
        assertThat(diagnosis.provenance())
                .extracting(Provenance::reference)
                .containsExactly("Condition/lung", "Condition/nsclc");
    }
}
