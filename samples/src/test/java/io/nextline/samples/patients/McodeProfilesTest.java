package io.nextline.samples.patients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** mCODE's profiles are welcome and never needed, and what a card offers to record says nothing until it is filled in. */
final class McodeProfilesTest {

    private static final SampleEngine ENGINE = new SampleEngine();
    private static final Path DRAFTS = Path.of("../cds-hooks/src/test/resources/io/nextline/cdshooks/drafts");
    private static final String MCODE = "http://hl7.org/fhir/us/mcode/StructureDefinition/";
    private static final Map<String, String> PROFILES = Map.of(
            "Patient", "mcode-cancer-patient",
            "Condition", "mcode-primary-cancer-condition",
            "Observation", "mcode-cancer-disease-status",
            "MedicationRequest", "mcode-cancer-related-medication-request",
            "MedicationAdministration", "mcode-cancer-related-medication-administration",
            "Procedure", "mcode-cancer-related-surgical-procedure");

    static List<SamplePatient> samples() {
        return SamplePatient.evaluable();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void profilesChangeNothing(SamplePatient patient) {
        ObjectNode with = patient.tree();
        ObjectNode without = patient.tree();
        with.path("entry").forEach(entry -> profile(entry.path("resource")));
        without.path("entry").forEach(entry -> {
            if (entry.path("resource").path("meta") instanceof ObjectNode meta) {
                meta.remove("profile");
            }
        });

        assertThat(ENGINE.published(ENGINE.evaluate(patient, with))).isEqualTo(answer(patient));
        assertThat(ENGINE.published(ENGINE.evaluate(patient, without))).isEqualTo(answer(patient));
    }

    private static ObjectNode answer(SamplePatient patient) {
        return ENGINE.published(ENGINE.evaluate(patient));
    }

    private static void profile(JsonNode resource) {
        String profile = PROFILES.get(resource.path("resourceType").asText());
        if (profile != null) {
            ((ObjectNode) resource).withObject("/meta").putArray("profile").add(MCODE + profile);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aDraftThatWasStoredUnfilledChangesNothing(SamplePatient patient) throws IOException {
        ObjectNode record = patient.tree();
        for (String fact : List.of("performance-status", "progression", "stage")) {
            ObjectNode draft = (ObjectNode)
                    SamplePatient.MAPPER.readTree(DRAFTS.resolve(fact + ".json").toFile());
            draft.remove("focus");
            draft.put("id", "draft-" + fact).set("subject", subject(record));
            record.withArray("entry").addObject().set("resource", draft);
        }

        assertThat(ENGINE.answer(ENGINE.evaluate(patient, record))).isEqualTo(ENGINE.answer(ENGINE.evaluate(patient)));
    }

    private static ObjectNode subject(ObjectNode record) {
        for (JsonNode entry : record.path("entry")) {
            JsonNode resource = entry.path("resource");
            if (resource.path("resourceType").asText().equals("Patient")) {
                return SamplePatient.MAPPER
                        .createObjectNode()
                        .put("reference", "Patient/" + resource.path("id").asText());
            }
        }
        throw new IllegalStateException("a sample record holds its Patient");
    }
}
