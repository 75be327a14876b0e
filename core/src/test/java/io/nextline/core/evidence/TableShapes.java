package io.nextline.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Short names for FHIR entries that many cases need: {@code "dose: nivolumab, 2025-03-01"} is the entry that {@code shapes.json} holds
 * under {@code dose}, with {@code {1}} and {@code {2}} replaced. A FHIR resource written out in full stands for itself.
 */
final class TableShapes {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode shapes = read("shapes.json");

    /** Reads a file beside the tables. */
    static JsonNode read(String name) {
        try (InputStream json = TableShapes.class.getResourceAsStream("statements/" + name)) {
            if (json == null) {
                throw new IllegalArgumentException("no file " + name + " beside the truth tables");
            }
            return MAPPER.readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    /** Returns the FHIR resource that an entry of a table means. */
    JsonNode resource(JsonNode entry) {
        if (entry.isObject()) {
            return entry;
        }
        String[] parts = entry.asText().split(": ", 2);
        JsonNode shape = shapes.get(parts[0]);
        if (shape == null) {
            throw new IllegalArgumentException("no shape '" + parts[0] + "' in shapes.json");
        }
        String[] arguments = parts.length == 1 ? new String[0] : parts[1].split(", ");
        return filled(shape, arguments);
    }

    private static JsonNode filled(JsonNode shape, String[] arguments) {
        String text = shape.toString();
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + (i + 1) + "}", arguments[i]);
        }
        if (text.contains("{" + (arguments.length + 1) + "}")) {
            throw new IllegalArgumentException("too few words for " + shape);
        }
        try {
            ObjectNode resource = (ObjectNode) MAPPER.readTree(text);
            String id = resource.path("id").asText().toLowerCase(Locale.ROOT);
            return resource.put("id", id.replaceAll("[^a-z0-9.-]", "-"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
