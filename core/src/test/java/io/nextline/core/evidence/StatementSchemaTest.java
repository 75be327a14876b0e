package io.nextline.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class StatementSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema STATEMENT = schema("statement");
    private static final JsonSchema PROFILE = schema("profile");

    private static JsonSchema schema(String name) {
        String text = EvidenceFolder.read(EvidenceFolder.bundled().resolve("schema/" + name + ".schema.json"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    }

    static List<Path> statements() {
        return EvidenceFolder.statementFiles();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void everyStatementIsValid(Path file) {
        assertThat(STATEMENT.validate(tree(EvidenceFolder.read(file)))).isEmpty();
    }

    @Test
    void theProfileIsValid() {
        assertThat(PROFILE.validate(
                        tree(EvidenceFolder.read(EvidenceFolder.bundled().resolve("profile.json")))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "an unknown field | \"leads\": true | \"leads\": true, \"isRecommended\": true",
                "an unknown kind | \"discourage\" | \"forbid\"",
                "an unknown question | {\"adult\": true} | {\"grownUp\": true}",
                "two questions in one | {\"adult\": true} | {\"adult\": true, \"progressed\": true}",
                "an argument where none is taken | {\"adult\": true} | {\"adult\": false}",
                "a criterion without drugs | {\"progressedOn\": [\"ICI\"]} | {\"progressedOn\": []}",
                "a stage that does not exist | \"locally-advanced\" | \"advanced\"",
                "a date on a seed statement | \"layer\": \"seed\" | \"layer\": \"seed\", \"published\": \"2024\"",
                "an update without a date | \"layer\": \"seed\" | \"layer\": \"update\"",
                "a warning of an option | \"discourage\" | \"option\"",
                "an id of another form | \"DS-1\" | \"DS-01\"",
            })
    void aFaultyStatementIsInvalid(String what, String piece, String by) {
        String text = EvidenceFolder.read(EvidenceFolder.bundled().resolve("statements/ds-01.json"));
        assertThat(text).contains(piece);

        Set<ValidationMessage> messages = STATEMENT.validate(tree(text.replace(piece, by)));

        assertThat(messages).as(what).isNotEmpty();
    }

    /** The questions of the schema are those that the reader knows. */
    @Test
    void theSchemaKnowsTheQuestionsOfTheReader() {
        JsonNode known = tree(EvidenceFolder.read(EvidenceFolder.bundled().resolve("schema/statement.schema.json")))
                .at("/$defs/criterion/properties");
        Set<String> questions = new TreeSet<>();
        known.fieldNames().forEachRemaining(questions::add);
        StringBuilder told = new StringBuilder();

        new io.nextline.core.criterion.CriterionReader(
                        name -> true, id -> null, (path, message) -> told.append(message))
                .read(tree("{\"no-such-question\": true}"), "$");

        assertThat(told.toString()).contains(questions.toString());
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
