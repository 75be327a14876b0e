package io.nextline.samples.patients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Changes to a record that say nothing new about the patient. Each returns a changed copy. */
final class Changes {

    private static final Set<String> NEVER_COPIED = Set.of("Patient", "OperationOutcome");
    private static final Set<String> HAVE_A_STATUS = Set.of(
            "MedicationRequest",
            "MedicationAdministration",
            "MedicationStatement",
            "MedicationDispense",
            "Observation",
            "Procedure",
            "DiagnosticReport",
            "Encounter",
            "DocumentReference");

    private Changes() {}

    /** Returns the same entries in another order. */
    static ObjectNode shuffled(ObjectNode bundle, long seed) {
        ObjectNode changed = bundle.deepCopy();
        List<JsonNode> entries = new ArrayList<>();
        changed.path("entry").forEach(entries::add);
        Collections.shuffle(entries, new Random(seed));
        changed.putArray("entry").addAll(entries);
        return changed;
    }

    /** Returns the bundle with every entry sent twice, unchanged. */
    static ObjectNode sentTwice(ObjectNode bundle) {
        ObjectNode changed = bundle.deepCopy();
        ArrayNode entries = (ArrayNode) changed.path("entry");
        bundle.path("entry").forEach(entry -> entries.add(entry.deepCopy()));
        return changed;
    }

    /** Returns the bundle with every entry a second time under another id, as a second feed would send it. */
    static ObjectNode fromTwoFeeds(ObjectNode bundle) {
        ObjectNode changed = bundle.deepCopy();
        ArrayNode entries = (ArrayNode) changed.path("entry");
        for (JsonNode entry : bundle.path("entry")) {
            if (!NEVER_COPIED.contains(type(entry))) {
                entries.add(underAnotherId((ObjectNode) entry.deepCopy(), "feed-2"));
            }
        }
        return changed;
    }

    /** Returns the bundle with a retracted copy of every entry of another bundle that can be retracted. */
    static ObjectNode withRetracted(ObjectNode bundle, ObjectNode other, String salt) {
        ObjectNode changed = bundle.deepCopy();
        ArrayNode entries = (ArrayNode) changed.path("entry");
        JsonNode subject = subject(bundle);
        for (JsonNode entry : other.path("entry")) {
            ObjectNode copy = underAnotherId((ObjectNode) entry.deepCopy(), salt);
            ObjectNode resource = (ObjectNode) copy.path("resource");
            if (retract(resource)) {
                resource.set("subject", subject.deepCopy());
                resource.remove(List.of("focus", "reasonReference", "partOf", "extension"));
                entries.add(copy);
            }
        }
        return changed;
    }

    /** Returns the bundle with further entries. */
    static ObjectNode with(ObjectNode bundle, List<ObjectNode> resources) {
        ObjectNode changed = bundle.deepCopy();
        ArrayNode entries = (ArrayNode) changed.path("entry");
        JsonNode subject = subject(bundle);
        for (ObjectNode resource : resources) {
            resource.set("subject", subject.deepCopy());
            ObjectNode entry = entries.addObject();
            entry.put("fullUrl", "urn:uuid:" + uuid(resource.path("id").asText()));
            entry.set("resource", resource);
        }
        return changed;
    }

    private static boolean retract(ObjectNode resource) {
        String type = resource.path("resourceType").asText();
        if (HAVE_A_STATUS.contains(type)) {
            resource.put("status", "entered-in-error");
            return true;
        }
        if (type.equals("Condition")) {
            resource.remove("clinicalStatus");
            resource.putObject("verificationStatus")
                    .putArray("coding")
                    .addObject()
                    .put("system", "http://terminology.hl7.org/CodeSystem/condition-ver-status")
                    .put("code", "entered-in-error");
            return true;
        }
        return false;
    }

    private static ObjectNode underAnotherId(ObjectNode entry, String salt) {
        ObjectNode resource = (ObjectNode) entry.path("resource");
        String id = uuid(salt + resource.path("id").asText());
        resource.put("id", id);
        entry.put("fullUrl", "urn:uuid:" + id);
        return entry;
    }

    private static String uuid(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Returns how the entries of a bundle name their patient. */
    private static JsonNode subject(ObjectNode bundle) {
        for (JsonNode entry : bundle.path("entry")) {
            JsonNode subject = entry.path("resource").path("subject");
            if (subject.isObject()) {
                return subject;
            }
        }
        throw new IllegalStateException("a sample without any subject");
    }

    static String type(JsonNode entry) {
        return entry.path("resource").path("resourceType").asText();
    }
}
