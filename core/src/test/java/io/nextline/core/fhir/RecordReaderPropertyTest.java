package io.nextline.core.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not matter does not matter: the order of fields and entries, fields that nobody knows, the way of writing JSON. */
class RecordReaderPropertyTest {

    private static final int ROUNDS = 200;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Random random = new Random(20261121);

    private static PatientRecord read(JsonNode json) {
        try {
            return FhirJson.READER.read(MAPPER.writeValueAsBytes(json));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode sample(String name) {
        try {
            return MAPPER.readTree(FhirJson.file(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"r4-every-element.json", "r5-changed-shapes.json"})
    void orderOfFieldsDoesNotMatter(String name) {
        JsonNode sample = sample(name);
        PatientRecord expected = read(sample);
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(read(shuffled(sample, false))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"r4-every-element.json", "r5-changed-shapes.json"})
    void orderOfEntriesChangesOnlyTheOrderOfWhatIsRead(String name) {
        ObjectNode sample = (ObjectNode) sample(name);
        PatientRecord expected = read(sample);
        for (int round = 0; round < ROUNDS; round++) {
            ObjectNode moved = sample.deepCopy();
            moved.set("entry", shuffledElements((ArrayNode) sample.get("entry")));
            PatientRecord read = read(moved);
            assertThat(read.patient()).isEqualTo(expected.patient());
            assertThat(read.conditions()).containsExactlyInAnyOrderElementsOf(expected.conditions());
            assertThat(read.medicationUses()).containsExactlyInAnyOrderElementsOf(expected.medicationUses());
            assertThat(read.medications()).containsExactlyInAnyOrderElementsOf(expected.medications());
            assertThat(read.observations()).containsExactlyInAnyOrderElementsOf(expected.observations());
            assertThat(read.procedures()).containsExactlyInAnyOrderElementsOf(expected.procedures());
            assertThat(read.serviceRequests()).containsExactlyInAnyOrderElementsOf(expected.serviceRequests());
            assertThat(read.diagnosticReports()).containsExactlyInAnyOrderElementsOf(expected.diagnosticReports());
            assertThat(read.plans()).containsExactlyInAnyOrderElementsOf(expected.plans());
            assertThat(read.coverage()).isEqualTo(expected.coverage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"r4-every-element.json", "r5-changed-shapes.json"})
    void fieldsThatNobodyKnowsDoNotMatter(String name) {
        JsonNode sample = sample(name);
        PatientRecord expected = read(sample);
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(read(shuffled(sample, true))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"r4-every-element.json", "r5-changed-shapes.json"})
    void whiteSpaceAndEscapesDoNotMatter(String name) throws IOException {
        JsonNode sample = sample(name);
        PatientRecord expected = read(sample);
        assertThat(FhirJson.READER.read(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(sample)))
                .isEqualTo(expected);
        String escaped =
                MAPPER.writeValueAsString(sample).replace("o", "\\u006f").replace("S", "\\u0053");
        assertThat(FhirJson.READER.read(escaped.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(expected);
    }

    private JsonNode shuffled(JsonNode node, boolean junk) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = MAPPER.createArrayNode();
            array.forEach(element -> copy.add(shuffled(element, junk)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
        if (junk) {
            for (int i = random.nextInt(3); i > 0; i--) {
                fields.add(Map.entry("junk" + i, junk(3)));
            }
        }
        Collections.shuffle(fields, random);
        ObjectNode copy = MAPPER.createObjectNode();
        fields.forEach(field -> copy.set(
                field.getKey(),
                field.getKey().startsWith("junk") ? field.getValue() : shuffled(field.getValue(), junk)));
        return copy;
    }

    private ArrayNode shuffledElements(ArrayNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        Collections.shuffle(elements, random);
        return MAPPER.createArrayNode().addAll(elements);
    }

    private JsonNode junk(int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> MAPPER.nullNode();
            case 1 -> MAPPER.getNodeFactory().numberNode(random.nextDouble());
            case 2 -> MAPPER.getNodeFactory().textNode("\u00e9\"\\ resourceType");
            case 3 -> MAPPER.getNodeFactory().booleanNode(random.nextBoolean());
            case 4 -> MAPPER.createObjectNode();
            case 5 -> MAPPER.createArrayNode().add(junk(depth - 1)).add(junk(depth - 1));
            default ->
                MAPPER.createObjectNode()
                        .<ObjectNode>set("resourceType", junk(depth - 1))
                        .set("entry", junk(depth - 1));
        };
    }
}
