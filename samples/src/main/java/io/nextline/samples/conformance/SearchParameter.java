package io.nextline.samples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A search parameter that the synthetic patient's resources can be held against. */
enum SearchParameter {
    /** All resources are of the one patient. */
    ANY,
    ID,
    STATUS,
    CODE,
    CATEGORY,
    CLINICAL_STATUS;

    private static final Map<String, SearchParameter> NAMES = Map.ofEntries(
            Map.entry("patient", ANY),
            Map.entry("subject", ANY),
            Map.entry("_count", ANY),
            Map.entry("_sort", ANY),
            Map.entry("_maxresults", ANY),
            Map.entry("_id", ID),
            Map.entry("status", STATUS),
            Map.entry("code", CODE),
            Map.entry("category", CATEGORY),
            Map.entry("clinical-status", CLINICAL_STATUS));

    /** Returns the parameter of this name, or null for one that is not known here. */
    static @Nullable SearchParameter named(String name) {
        return NAMES.get(name);
    }

    /** Returns whether a resource has one of the comma-separated values. */
    boolean matches(JsonNode resource, String values) {
        String decoded = URLDecoder.decode(values, StandardCharsets.UTF_8);
        return List.of(decoded.split(",", -1)).stream().anyMatch(value -> has(resource, value));
    }

    private boolean has(JsonNode resource, String value) {
        return switch (this) {
            case ANY -> true;
            case ID -> value.equals(resource.path("id").asText());
            case STATUS -> value.equals(resource.path("status").asText());
            case CODE ->
                hasCode(resource.path("code"), value) || hasCode(resource.path("medicationCodeableConcept"), value);
            case CATEGORY -> hasCode(resource.path("category"), value);
            case CLINICAL_STATUS -> hasCode(resource.path("clinicalStatus"), value);
        };
    }

    // A token is code or system|code; a category is a list of concepts, or one.
    private static boolean hasCode(JsonNode concepts, String token) {
        String code = token.substring(token.indexOf('|') + 1);
        String system = token.contains("|") ? token.substring(0, token.indexOf('|')) : "";
        for (JsonNode concept : concepts.isArray() ? concepts : List.of(concepts)) {
            for (JsonNode coding : concept.path("coding")) {
                if (coding.path("code").asText().equals(code)
                        && (system.isEmpty() || coding.path("system").asText().equals(system))) {
                    return true;
                }
            }
        }
        return false;
    }
}
