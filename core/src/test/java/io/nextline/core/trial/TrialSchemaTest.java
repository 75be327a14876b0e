package io.nextline.core.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrialSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<String> files() {
        return TrialBase.files().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileFitsTheSchemaThatShips(String file) throws IOException {
        assertThat(schema("/io/nextline/evidence/schema/trial.schema.json")
                        .validate(MAPPER.readTree(TrialBase.text(file))))
                .isEmpty();
    }

    @Test
    void schemaRefusesAFieldItDoesNotKnow() throws IOException {
        ObjectNode file = (ObjectNode) MAPPER.readTree(TrialBase.text("contact-03.json"));
        file.put("verdict", "good");
        assertThat(schema("/io/nextline/evidence/schema/trial.schema.json").validate(file))
                .isNotEmpty();
    }

    @Test
    void wholePrintedBaseFitsThePublicContract() throws IOException {
        JsonNode printed = MAPPER.readTree(print());
        assertThat(printed).hasSize(TrialBase.files().size());
        assertThat(schema("/contract/trials.schema.json").validate(printed)).isEmpty();
    }

    @Test
    void printingTwiceGivesTheSameBytes() throws IOException {
        assertThat(print()).isEqualTo(print());
    }

    @Test
    void printedFiguresKeepTheirDigits() throws IOException {
        assertThat(new String(print(), StandardCharsets.UTF_8))
                .contains("\"lower\" : 10.0,", "\"upper\" : 13.0,", "\"value\" : 0.40,", "\"level\" : 98.5");
    }

    @Test
    void printedTrialSaysNullWhereTheSourceIsSilent() throws IOException {
        JsonNode printed = MAPPER.readTree(print());
        for (JsonNode trial : printed) {
            if (trial.path("id").asText().equals("TIVO-3")) {
                assertThat(trial.get("nct").isNull()).isTrue();
                assertThat(trial.at("/results/0/primary").isNull()).isTrue();
                assertThat(trial.at("/results/0/arms/1/median").isNull()).isTrue();
            }
        }
    }

    private static byte[] print() throws IOException {
        var out = new ByteArrayOutputStream();
        new TrialWriter().write(TrialBase.trials(), out);
        return out.toByteArray();
    }

    private static JsonSchema schema(String resource) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(TrialBase.resource(resource)));
    }
}
