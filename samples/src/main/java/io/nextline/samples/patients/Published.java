package io.nextline.samples.patients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What a response publishes, drawn together for comparison: the facts as they stand in the assessment, the statements by their
 * ids, the cards by their indicators and the statements on them.
 */
final class Published {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Published() {}

    /** Returns the published content of a CDS Hooks response. */
    static ObjectNode of(byte[] response) {
        JsonNode root = read(response);
        JsonNode assessment = root.path("extension").path("io.nextline.assessment");
        ObjectNode published = assessment.deepCopy();
        published.remove("evidenceBase");
        published.put("warnings", assessment.path("warnings").size());
        statements(assessment.path("statements"), published);
        ArrayNode missing = published.putArray("missing");
        assessment.path("missing").forEach(gap -> missing.add(gap.path("fact").asText()));
        ArrayNode cards = published.putArray("cards");
        root.path("cards").forEach(card -> card(card, cards.addObject()));
        return published;
    }

    private static void statements(JsonNode outcomes, ObjectNode published) {
        ObjectNode statements = published.putObject("statements");
        ObjectNode because = published.putObject("because");
        ArrayNode silenced = published.putArray("silenced");
        for (JsonNode outcome : outcomes) {
            String id = outcome.path("id").asText();
            statements.set(id, outcome.path("applies"));
            because.set(id, outcome.path("because"));
            if (outcome.path("silencedBy").asText().equals("research-protocol")) {
                silenced.add(id);
            }
        }
    }

    private static void card(JsonNode card, ObjectNode summary) {
        summary.set("indicator", card.path("indicator"));
        ArrayNode statements = summary.putArray("statements");
        card.path("extension")
                .path("io.nextline.evidence")
                .path("statements")
                .forEach(statement -> statements.add(statement.path("id").asText()));
    }

    private static JsonNode read(byte[] response) {
        try {
            return MAPPER.readTree(response);
        } catch (IOException broken) {
            throw new UncheckedIOException("the response is no JSON", broken);
        }
    }
}
