package io.nextline.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What holds of every response: the rules of CDS Hooks 2.0.1 and the public contract of the two extensions. */
public final class ResponseRules {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = schema();

    // The contract of the extension requires these arrays, so they stand there even when they are empty.
    private static final Set<String> MAY_BE_EMPTY =
            Set.of("/cards", "linesOfTherapy", "priorClasses", "statements", "missing", "trials", "decides");

    private ResponseRules() {}

    private static JsonSchema schema() {
        try (InputStream in = ResponseRules.class.getResourceAsStream("response.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Checks the response against every rule and returns it as a tree. */
    public static JsonNode check(byte[] response) {
        JsonNode tree = parse(response);
        assertThat(SCHEMA.validate(tree)).isEmpty();
        nothingEmpty(tree, "");
        assertThat(tree.has("systemActions")).isFalse();
        tree.get("cards").forEach(ResponseRules::card);
        return tree;
    }

    /** Checks a body of any other kind against rule J2 and returns it as a tree. */
    public static JsonNode checkNothingEmpty(byte[] json) {
        JsonNode tree = parse(json);
        nothingEmpty(tree, "");
        return tree;
    }

    public static JsonNode parse(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    // Rule J2 of the specification.
    private static void nothingEmpty(JsonNode node, String path) {
        String field = path.substring(path.lastIndexOf('/') + 1);
        boolean allowed = MAY_BE_EMPTY.contains(path) || (path.contains("io.nextline") && MAY_BE_EMPTY.contains(field));
        boolean empty = node.isNull()
                || (node.isTextual() && node.textValue().isEmpty())
                || (node.isContainerNode() && node.isEmpty() && !allowed);
        if (empty) {
            throw new AssertionError("J2: nothing, \"\", [] or {} at " + path);
        }
        for (Map.Entry<String, JsonNode> child : node.properties()) {
            nothingEmpty(child.getValue(), path + "/" + child.getKey());
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            nothingEmpty(node.get(i), path + "/" + i);
        }
    }

    private static void card(JsonNode card) {
        UUID.fromString(card.get("uuid").asText());
        assertThat(card.get("summary").asText()).isNotBlank().hasSizeLessThan(140);
        assertThat(card.get("indicator").asText()).isIn("info", "warning");
        assertThat(card.get("source").get("label").asText()).isNotBlank();
        coding(card.get("source").get("topic"));
        if (card.get("source").has("url")) {
            absolute(card.get("source").get("url"));
        }
        card.path("overrideReasons").forEach(ResponseRules::coding);
        card.path("links").forEach(ResponseRules::link);
        suggestions(card);
    }

    private static void coding(JsonNode coding) {
        for (String field : new String[] {"code", "system", "display"}) {
            assertThat(coding.path(field).asText()).as("cds-resp-4: %s", field).isNotBlank();
        }
    }

    private static void link(JsonNode link) {
        assertThat(link.get("label").asText()).isNotBlank();
        assertThat(link.get("type").asText()).isEqualTo("absolute");
        absolute(link.get("url"));
        assertThat(link.has("appContext")).as("cds-resp-3").isFalse();
        assertThat(link.has("autolaunchable")).as("a card is to be seen").isFalse();
    }

    private static void absolute(JsonNode url) {
        boolean ours = url.asText().startsWith("http://127.0.0.1:");
        assertThat(ours || url.asText().startsWith("https://")).as(url.asText()).isTrue();
        assertThat(URI.create(url.asText()).getHost()).isNotBlank();
    }

    private static void suggestions(JsonNode card) {
        assertThat(card.has("suggestions")).as("cds-resp-6").isEqualTo(card.has("selectionBehavior"));
        for (JsonNode suggestion : card.path("suggestions")) {
            assertThat(suggestion.get("label").asText()).isNotBlank();
            assertThat(suggestion.has("isRecommended")).as("cds-resp-1").isFalse();
            assertThat(suggestion.has("actionSelectionBehavior"))
                    .as("for clients alone that are known to read it")
                    .isFalse();
            for (JsonNode action : suggestion.get("actions")) {
                assertThat(action.get("type").asText()).isEqualTo("delete");
                assertThat(action.get("resourceId").asText()).as("cds-resp-2").matches("MedicationRequest/[^/]+");
                assertThat(action.get("description").asText()).as("cds-resp-5").isNotBlank();
            }
        }
    }
}
