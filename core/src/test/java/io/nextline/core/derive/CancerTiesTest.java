package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fact.MetastaticSite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which an entry is tied to a cancer, and what does not tie it: the patient has kidney cancer and had a melanoma. */
@Tag("HZ-17")
final class CancerTiesTest {

    private static final String LITERAL = "urn:uuid:7d4d8e9c-1f6e-4a61-9d5a-3b0b6a1d3c11";

    private static String cancer(String status, String day, String code) {
        return "'clinicalStatus':{'coding':[{'code':'" + status + "'}]},'onsetDateTime':'" + day + "','code':" + code;
    }

    private static String snomed(String code) {
        return "{'coding':[{'system':'http://snomed.info/sct','code':'" + code + "'}]}";
    }

    private static KidneyRecord rccAfterMelanoma(String moreOfTheMelanoma) {
        String melanoma = "{'coding':[{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'C43.9'}]}";
        return KidneyRecord.undiagnosed()
                .with("Condition", "rcc", cancer("active", "2024-01-10", snomed("254915003")))
                .with("Condition", "melanoma", cancer("resolved", "2012-01-10", melanoma) + moreOfTheMelanoma)
                .with("Condition", "diabetes", cancer("active", "2015-01-10", snomed("44054006")));
    }

    @ParameterizedTest
    @CsvSource({
        "Condition/rcc, stated",
        "Condition/rcc/_history/2, stated",
        "Condition/melanoma, unknown",
        "Condition/diabetes, unknown",
        "Condition/elsewhere, stated",
        "BodyStructure/tumour, stated",
        ", stated"
    })
    void aStatusIsOursUnlessItsFocusIsAnotherConditionOfTheRecord(String focus, String progression) {
        String of = focus == null ? "'display':'the tumour'" : "'reference':'" + focus + "'";
        KidneyRecord patient = rccAfterMelanoma("")
                .with("MedicationAdministration", "dose", KidneyRecord.dose("nivolumab", "2026-05-01"))
                .with(
                        "Observation",
                        "status",
                        "'status':'final','code':{'coding':[{'system':'http://loinc.org','code':'97509-4'}]},"
                                + "'effectiveDateTime':'2026-09-01','valueCodeableConcept':" + snomed("271299001")
                                + ",'focus':[{" + of + "}]");
        assertThat(patient.facts()
                        .therapy()
                        .lines()
                        .get(0)
                        .progression()
                        .<String>fold(known -> known.value().grade().id(), open -> "unknown"))
                .isEqualTo(progression);
    }

    @ParameterizedTest
    @CsvSource({
        LITERAL + ", " + LITERAL + ", unknown",
        "Observation/s, " + LITERAL + ", unknown",
        "Observation/s, , unknown",
        "https://ehr.example/fhir/Observation/s, https://ehr.example/fhir/Observation/s, unknown",
        "Observation/another, " + LITERAL + ", metastatic",
        "Observation/another, , metastatic"
    })
    void aStageThatAnotherCancerNamesAsItsAssessmentIsNotOurs(String assessment, String fullUrl, String stage) {
        String observation = KidneyRecord.resource(
                "Observation",
                "s",
                "'status':'final','code':{'coding':[{'system':'http://loinc.org','code':'21908-9'}]},"
                        + "'effectiveDateTime':'2025-01-10','valueString':'Stage IV'");
        KidneyRecord patient = rccAfterMelanoma(",'stage':[{'assessment':[{'reference':'" + assessment + "'}]}]")
                .withEntry("{" + (fullUrl == null ? "" : "'fullUrl':'" + fullUrl + "',") + "'resource':" + observation
                        + "}");
        assertThat(patient.facts().stage().<String>fold(known -> known.value().id(), open -> "unknown"))
                .isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource({
        "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-related-primary-cancer-condition, 0",
        "http://hl7.org/fhir/StructureDefinition/condition-related, 0",
        "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-related-condition, 0",
        "http://hl7.org/fhir/StructureDefinition/condition-occurredFollowing, 1"
    })
    void aMetastasisIsTiedToItsPrimaryByTheExtensionsMeantForItAlone(String url, int ours) {
        KidneyRecord patient = rccAfterMelanoma("")
                .with(
                        "Condition",
                        "brain",
                        cancer("active", "2025-01-10", snomed("94225005")) + ",'extension':[{'url':'" + url
                                + "','valueReference':{'reference':'Condition/melanoma'}}]");
        assertThat(patient.facts().metastaticSites())
                .extracting(MetastaticSite::site)
                .hasSize(ours);
    }
}
