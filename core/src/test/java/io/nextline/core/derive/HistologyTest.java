package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fact.Diagnosis;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.Provenance;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a histology may stand, and what contradiction does to it. It is never assumed. */
@Tag("HZ-18")
final class HistologyTest {

    private static final String RCC = "702391001";
    private static final String CLEAR_CELL = "254915003";
    private static final String NSCLC = "254637007";
    private static final String ADENOCARCINOMA = "254626006";
    private static final String LUNG = "93880001";
    private static final String MORPHOLOGY_URL =
            "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior";

    private static String icdO(String code) {
        return "{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/icd-o-3','code':'" + code + "'}]}";
    }

    private static FhirPatient morphology(String cancer, String code) {
        return FhirPatient.with(cancer).observation("59847-4", "2024-02-01", "'valueCodeableConcept':" + icdO(code));
    }

    private static FhirPatient extended(String cancer, String url, String code) {
        return FhirPatient.with(cancer)
                .problem(
                        "http://snomed.info/sct",
                        cancer,
                        ",'extension':[{'url':'" + url + "','valueCodeableConcept':" + icdO(code) + "}]");
    }

    private static String histology(FhirPatient patient) {
        String known = patient.facts().diagnosis().histology().orNull();
        return known == null ? "unknown" : known;
    }

    @ParameterizedTest
    @CsvSource({
        RCC + ",8310/3,clear-cell",
        RCC + ",8260/3,papillary",
        RCC + ",8319/3,other-non-clear-cell",
        RCC + ",8312/3,unknown",
        RCC + ",8140/3,unknown",
        NSCLC + ",8140/3,adenocarcinoma",
        NSCLC + ",8070/3,squamous",
        NSCLC + ",8310/3,unknown"
    })
    void morphologyCodeMeansAHistologyOfItsOrgan(String cancer, String code, String expected) {
        assertThat(histology(morphology(cancer, code))).as("observation").isEqualTo(expected);
        assertThat(histology(extended(cancer, MORPHOLOGY_URL, code)))
                .as("extension")
                .isEqualTo(expected);
    }

    @Test
    void extensionsOfOtherMeaningSayNothing() {
        assertThat(histology(extended(RCC, "http://example.org/fhir/StructureDefinition/grading", "8260/3")))
                .isEqualTo("unknown");
    }

    @Test
    void wordsOfAMorphologyAreRead() {
        FhirPatient patient = FhirPatient.with(RCC)
                .observation("59847-4", "2024-02-01", "'valueString':'clear cell renal cell carcinoma'");
        assertThat(histology(patient)).isEqualTo("clear-cell");
    }

    @Test
    void morphologyWithoutAValueOrADateIsTakenForWhatItIs() {
        assertThat(histology(FhirPatient.with(RCC)
                        .observation("59847-4", "2024-02-01", "'dataAbsentReason':{'text':'unknown'}")))
                .isEqualTo("unknown");
        FhirPatient undated = FhirPatient.with(RCC)
                .add(
                        "Observation",
                        "'status':'final','code':{'coding':[{'system':'http://loinc.org','code':'59847-4'}]},"
                                + "'valueCodeableConcept':" + icdO("8310/3"));
        assertThat(histology(undated)).isEqualTo("clear-cell");
    }

    @Test
    void contradictionLeavesItOpenAndIsTold() {
        PatientFacts facts = morphology(CLEAR_CELL, "8260/3").facts();

        assertThat(facts.diagnosis().histology().orNull()).isNull();
        assertThat(facts.warnings())
                .contains("conflict: the record states more than one histology (clear-cell, papillary)");
    }

    @Test
    void unspecificHistologyContradictsNone() {
        assertThat(histology(morphology(ADENOCARCINOMA, "8046/3"))).isEqualTo("adenocarcinoma");
        assertThat(histology(morphology(NSCLC, "8046/3"))).isEqualTo("nsclc-nos");
    }

    @Test
    void everyEntryThatStatesItIsNamedOnceAndInOrder() {
        Diagnosis diagnosis = morphology(CLEAR_CELL, "8310/3").facts().diagnosis();

        List<Provenance> provenance =
                diagnosis.histology().fold(known -> known.provenance(), open -> List.<Provenance>of());
        assertThat(provenance)
                .extracting(Provenance::reference)
                .containsExactlyInAnyOrder("Condition/c0", "Observation/r0");
        assertThat(provenance).isSortedAccordingTo(Provenance.ORDER);
    }

    @ParameterizedTest
    @CsvSource({
        "8140/3,nsclc,adenocarcinoma",
        "8070/3,nsclc,squamous",
        "8551/3,nsclc,adenocarcinoma",
        "8072/3,nsclc,squamous",
        "8560/3,nsclc,adenosquamous",
        "8041/3,other,unknown",
        "8045/3,other,unknown"
    })
    void morphologyDecidesALungCancerOfUnstatedType(String code, String type, String histology) {
        for (FhirPatient patient : List.of(morphology(LUNG, code), extended(LUNG, MORPHOLOGY_URL, code))) {
            Diagnosis diagnosis = patient.facts().diagnosis();
            assertThat(diagnosis.publishedType().id()).isEqualTo(type);
            assertThat(histology(patient)).isEqualTo(histology);
        }
    }

    @Test
    void smallAndNonSmallCellTogetherDecideNothing() {
        FhirPatient patient = morphology(LUNG, "8041/3")
                .observation("59847-4", "2024-02-02", "'valueCodeableConcept':" + icdO("8140/3"));
        assertThat(patient.facts().diagnosis().type().orNull()).isNull();
    }

    @Test
    void lungMorphologyIsNotReadOffAnotherOrgansEntry() {
        FhirPatient patient = FhirPatient.with(LUNG)
                .problem(
                        "http://hl7.org/fhir/sid/icd-10-cm",
                        "C18.9",
                        ",'extension':[{'url':'" + MORPHOLOGY_URL + "','valueCodeableConcept':" + icdO("8140/3")
                                + "}]");
        assertThat(patient.facts().diagnosis().type().orNull()).isNull();
    }
}
