package io.nextline.samples.patients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any number of copies that say of themselves that they are no facts changes no fact, on any sample. */
@Tag("HZ-03")
@Tag("HZ-04")
final class StatusNoiseTest {

    private static final SampleEngine ENGINE = new SampleEngine();
    private static final int ROUNDS = 3;
    private static final int MOST_COPIES = 4;

    /** For each type the statuses that make a copy no fact. */
    private static final Map<String, List<String>> STATUSES = Map.of(
            "MedicationRequest", List.of("entered-in-error", "cancelled", "draft"),
            "MedicationAdministration", List.of("entered-in-error", "not-done"),
            "MedicationStatement", List.of("entered-in-error", "not-taken", "intended"),
            "MedicationDispense", List.of("entered-in-error", "cancelled", "declined", "preparation"),
            "Procedure", List.of("entered-in-error", "not-done", "preparation"),
            "Observation", List.of("entered-in-error", "cancelled", "registered", "preliminary"),
            "DiagnosticReport", List.of("entered-in-error", "cancelled", "registered"),
            "Condition", List.of("entered-in-error", "refuted", "unconfirmed", "provisional"));

    static List<SamplePatient> samples() {
        return SamplePatient.evaluable();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void copiesThatAreNoFactsChangeNoFact(SamplePatient patient) {
        JsonNode before = answer(patient, patient.tree());
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(31L * round + patient.name().hashCode());
            assertThat(answer(patient, withNoise(patient.tree(), random)))
                    .as("round %d", round)
                    .isEqualTo(before);
        }
    }

    private static JsonNode answer(SamplePatient patient, ObjectNode bundle) {
        ObjectNode published = ENGINE.published(ENGINE.evaluate(patient, bundle));
        published.remove(List.of("warnings", "because"));
        return published;
    }

    private static ObjectNode withNoise(ObjectNode bundle, Random random) {
        List<JsonNode> entries = new ArrayList<>();
        for (JsonNode entry : bundle.path("entry")) {
            entries.add(entry);
            List<String> statuses = STATUSES.get(Changes.type(entry));
            for (int n = statuses == null ? 0 : random.nextInt(MOST_COPIES); n > 0; n--) {
                entries.add(copy(entry.deepCopy(), statuses.get(random.nextInt(statuses.size())), random));
            }
        }
        Collections.shuffle(entries, random);
        ((ArrayNode) bundle.path("entry")).removeAll().addAll(entries);
        return bundle;
    }

    /** Half of the copies keep the id, as a stray version would; the others come under an id of their own. */
    private static JsonNode copy(ObjectNode entry, String status, Random random) {
        ObjectNode resource = (ObjectNode) entry.path("resource");
        if (random.nextBoolean()) {
            String id = "noise-" + random.nextInt(Integer.MAX_VALUE);
            resource.put("id", id);
            entry.put("fullUrl", "https://noise.example/fhir/" + Changes.type(entry) + "/" + id);
        }
        if (!Changes.type(entry).equals("Condition")) {
            resource.put("status", status);
            return entry;
        }
        resource.putObject("verificationStatus").putArray("coding").addObject().put("code", status);
        if (status.equals("entered-in-error")) {
            resource.remove("clinicalStatus");
        }
        return entry;
    }
}
