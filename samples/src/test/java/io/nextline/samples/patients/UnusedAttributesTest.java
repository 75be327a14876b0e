package io.nextline.samples.patients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.cdshooks.card.CardRenderer;
import io.nextline.cdshooks.card.ResponseWriter;
import io.nextline.core.Nextline;
import io.nextline.core.evidence.Layer;
import io.nextline.core.fhir.DraftOrders;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said not to be used is not used: with race, ethnicity, language, sexual orientation, gender identity, address, care site or sex
 * added, changed or taken away, the response stays the same to the byte.
 */
@Tag("HZ-33")
final class UnusedAttributesTest {

    private static final Nextline NEXTLINE = Nextline.load();
    private static final ResponseWriter RESPONSES = new ResponseWriter(new CardRenderer(NEXTLINE.evidence()));
    private static final RecordReader READER = new RecordReader(ReadLimits.forFiles());
    private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-";
    private static final String[] SURVEYS = {"76691-5", "76690-7", "54899-0", "32624-9", "69490-1", "46463-6"};

    static List<SamplePatient> samples() {
        return SamplePatient.evaluable();
    }

    private static byte[] response(SamplePatient patient, JsonNode record) {
        byte[] json = SampleEngine.bytes(record);
        var report = NEXTLINE.evaluate(READER.read(json), DraftOrders.NONE, patient.asOf(), Layer.ALL);
        return RESPONSES.write(report, "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea");
    }

    private static void assertUnchanged(SamplePatient patient, Consumer<ObjectNode> changePatient) {
        ObjectNode changed = patient.tree();
        for (JsonNode entry : changed.path("entry")) {
            if (entry.path("resource").path("resourceType").asText().equals("Patient")) {
                changePatient.accept((ObjectNode) entry.path("resource"));
            }
        }
        assertThat(response(patient, changed)).isEqualTo(response(patient, patient.tree()));
    }

    private static void extension(ObjectNode patient, String name, String code) {
        ArrayNode extensions = patient.withArray("extension");
        extensions
                .addObject()
                .put("url", US_CORE + name)
                .putObject("valueCodeableConcept")
                .putArray("coding")
                .addObject()
                .put("system", "urn:oid:2.16.840.1.113883.6.238")
                .put("code", code);
        extensions
                .addObject()
                .put("url", US_CORE + name)
                .putArray("extension")
                .addObject()
                .put("url", "ombCategory")
                .putObject("valueCoding")
                .put("code", code);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void raceEthnicityAndGenderIdentityChangeNothing(SamplePatient patient) {
        for (String code : List.of("2054-5", "2106-3", "1002-5")) {
            assertUnchanged(patient, resource -> {
                extension(resource, "race", code);
                extension(resource, "ethnicity", code);
                extension(resource, "genderIdentity", code);
            });
        }
        assertUnchanged(patient, resource -> resource.remove("extension"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void languageAndAddressChangeNothing(SamplePatient patient) {
        assertUnchanged(patient, resource -> {
            resource.put("language", "tr");
            resource.putArray("communication").addObject().putObject("language").put("text", "Turkish");
            ObjectNode address = resource.putArray("address").addObject();
            address.put("city", "Elsewhere").put("postalCode", "00000").put("country", "XX");
        });
        assertUnchanged(patient, resource -> resource.remove(List.of("communication", "address", "language", "name")));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sexAndMaritalStatusChangeNothing(SamplePatient patient) {
        for (String sex : List.of("male", "female", "other", "unknown")) {
            assertUnchanged(patient, resource -> resource.put("gender", sex));
        }
        assertUnchanged(patient, resource -> resource.remove("gender"));
        assertUnchanged(patient, resource -> resource.putObject("maritalStatus").put("text", "widowed"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void careSiteChangesNothing(SamplePatient patient) {
        assertUnchanged(patient, resource -> {
            resource.putObject("managingOrganization").put("reference", "Organization/county");
            resource.putArray("generalPractitioner").addObject().put("display", "Dr. Elsewhere");
        });
        ObjectNode changed = patient.tree();
        for (JsonNode entry : changed.path("entry")) {
            ObjectNode resource = (ObjectNode) entry.path("resource");
            if (resource.path("resourceType").asText().equals("Encounter")) {
                resource.putObject("serviceProvider").put("reference", "Organization/county");
                resource.putArray("location").addObject().putObject("location").put("display", "Elsewhere");
            }
        }
        assertThat(response(patient, changed)).isEqualTo(response(patient, patient.tree()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void surveysOfThemChangeNothing(SamplePatient patient) {
        ObjectNode changed = patient.tree();
        JsonNode subject = subject(changed);
        ArrayNode entries = (ArrayNode) changed.path("entry");
        for (String loinc : SURVEYS) {
            ObjectNode survey = entries.addObject().putObject("resource");
            survey.put("resourceType", "Observation")
                    .put("id", "survey-" + loinc)
                    .put("status", "final");
            survey.put("effectiveDateTime", "2026-01-05").put("valueString", "prefers not to say");
            survey.putObject("code")
                    .putArray("coding")
                    .addObject()
                    .put("system", "http://loinc.org")
                    .put("code", loinc);
            survey.set("subject", subject);
        }
        assertThat(response(patient, changed)).isEqualTo(response(patient, patient.tree()));
    }

    private static JsonNode subject(ObjectNode bundle) {
        for (JsonNode entry : bundle.path("entry")) {
            if (entry.path("resource").path("subject").isObject()) {
                return entry.path("resource").path("subject");
            }
        }
        throw new IllegalStateException("a sample without any subject");
    }
}
