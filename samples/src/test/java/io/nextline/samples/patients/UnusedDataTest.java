package io.nextline.samples.patients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who the patient is and where the care takes place steer nothing: the same answer whatever the record says of them. */
@Tag("HZ-33")
final class UnusedDataTest {

    private static final SampleEngine ENGINE = new SampleEngine();
    private static final String CORE = "http://hl7.org/fhir/us/core/StructureDefinition/";

    static List<SamplePatient> samples() {
        return SamplePatient.evaluable();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void raceEthnicityLanguageAndCareSiteChangeNothing(SamplePatient patient) {
        String expected = answer(patient, patient.tree());
        for (String code : List.of("2054-5", "2106-3", "1002-5")) {
            assertThat(answer(patient, told(patient.tree(), code))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"male", "female", "other", "unknown"})
    void genderChangesNothing(String gender) {
        for (SamplePatient patient : samples()) {
            ObjectNode changed = patient.tree();
            for (JsonNode entry : changed.path("entry")) {
                if (entry.path("resource").path("resourceType").asText().equals("Patient")) {
                    ((ObjectNode) entry.path("resource")).put("gender", gender);
                }
            }
            assertThat(answer(patient, changed)).as(patient.name()).isEqualTo(answer(patient, patient.tree()));
        }
    }

    /** Adds all that a record may say of these, to the patient and to every other entry. */
    private static ObjectNode told(ObjectNode bundle, String code) {
        for (JsonNode entry : bundle.path("entry")) {
            ObjectNode resource = (ObjectNode) entry.path("resource");
            if (resource.path("resourceType").asText().equals("Patient")) {
                for (String name : List.of("us-core-race", "us-core-ethnicity", "us-core-genderIdentity")) {
                    ObjectNode extension =
                            resource.withArray("extension").addObject().put("url", CORE + name);
                    extension
                            .putArray("extension")
                            .addObject()
                            .put("url", "text")
                            .put("valueString", code);
                }
                resource.putObject("maritalStatus").put("text", code);
                resource.putArray("communication")
                        .addObject()
                        .putObject("language")
                        .put("text", code);
                resource.putObject("managingOrganization").put("reference", "Organization/" + code);
                resource.putArray("address").addObject().put("postalCode", code);
            } else {
                resource.putObject("encounter").put("reference", "Encounter/" + code);
            }
        }
        return bundle;
    }

    private static String answer(SamplePatient patient, JsonNode bundle) {
        return ENGINE.published(ENGINE.evaluate(patient, bundle)).toString();
    }
}
