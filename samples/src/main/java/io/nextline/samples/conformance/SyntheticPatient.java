package io.nextline.samples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The invented patient that services are asked about: sample patient 01, and two drafted orders. Answers prefetch templates as a
 * FHIR server that knows this patient alone. Immutable.
 */
final class SyntheticPatient {

    static final String PRACTITIONER = "conformance-practitioner";
    private static final String FOLDER = "/io/nextline/samples/patients/01-rcc-reference/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<JsonNode>> byType = new HashMap<>();
    private final List<JsonNode> drafts;

    SyntheticPatient() {
        for (JsonNode entry : read("bundle.json").path("entry")) {
            add(entry.path("resource"));
        }
        add(JSON.createObjectNode().put("resourceType", "Practitioner").put("id", PRACTITIONER));
        drafts = List.of(read("draft-atezolizumab.json"), read("draft-cabozantinib.json"));
    }

    private void add(JsonNode resource) {
        byType.computeIfAbsent(resource.path("resourceType").textValue(), type -> new ArrayList<>())
                .add(resource);
    }

    private static JsonNode read(String file) {
        try (InputStream in = SyntheticPatient.class.getResourceAsStream(FOLDER + file)) {
            return JSON.readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException("the sample patients are part of the program", broken);
        }
    }

    /** Returns the first resource of a type; the patient has one Patient and one Encounter at least. */
    JsonNode first(String type) {
        return byType.getOrDefault(type, List.of(JSON.missingNode())).get(0);
    }

    /** Returns the drafted orders. */
    List<JsonNode> drafts() {
        return drafts;
    }

    /** Returns a Bundle of these resources. */
    static ObjectNode bundle(String type, List<JsonNode> resources) {
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", type);
        if (type.equals("searchset")) {
            bundle.put("total", resources.size());
        }
        ArrayNode entries = JSON.createArrayNode();
        resources.forEach(each -> entries.addObject().set("resource", each.deepCopy()));
        if (!entries.isEmpty()) {
            bundle.set("entry", entries);
        }
        return bundle;
    }

    /** Returns what a template's query finds, or null where it cannot be told. */
    @Nullable JsonNode answer(String template) {
        String query = template.replaceAll("\\{\\{\\s*context\\.patientId\\s*}}", id("Patient"))
                .replaceAll("\\{\\{\\s*context\\.encounterId\\s*}}", id("Encounter"))
                .replaceAll("\\{\\{\\s*context\\.userId\\s*}}", "Practitioner/" + PRACTITIONER)
                .replaceAll("\\{\\{\\s*userPractitionerId\\s*}}", PRACTITIONER);
        if (query.contains("{{")) {
            return null;
        }
        String[] search = query.split("\\?", 2);
        return search.length == 2 ? search(search[0], search[1]) : read(query, query.split("/", 2));
    }

    private @Nullable JsonNode read(String query, String[] parts) {
        for (JsonNode each : byType.getOrDefault(parts[0], List.of())) {
            if (query.equals(parts[0] + "/" + each.path("id").asText())) {
                return each;
            }
        }
        return null;
    }

    private @Nullable JsonNode search(String type, String parameters) {
        List<JsonNode> found = new ArrayList<>(byType.getOrDefault(type, List.of()));
        for (String parameter : parameters.split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            SearchParameter kind = SearchParameter.named(parts[0]);
            if (kind == null || parts.length < 2) {
                return null;
            }
            found.removeIf(each -> !kind.matches(each, parts[1]));
        }
        return bundle("searchset", found);
    }

    /** Returns the id of the first resource of a type. */
    String id(String type) {
        return first(type).path("id").asText("none");
    }
}
