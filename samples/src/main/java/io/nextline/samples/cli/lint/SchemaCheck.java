package io.nextline.samples.cli.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.trial.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Holds a file of the evidence base against the JSON Schema that ships for its kind. */
final class SchemaCheck {

    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonSchema schema;

    private SchemaCheck(JsonSchema schema) {
        this.schema = schema;
    }

    /** Returns the check of a kind: {@code trial}, {@code statement} and so on. */
    static SchemaCheck of(String kind) {
        String name = "/io/nextline/evidence/schema/" + kind + ".schema.json";
        try (InputStream in = EvidenceBase.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no schema ships as " + name);
            }
            SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                    .pathType(PathType.LEGACY)
                    .locale(Locale.ROOT)
                    .build();
            return new SchemaCheck(
                    JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in, config));
        } catch (IOException broken) {
            throw new UncheckedIOException("the jar's own schema cannot be read", broken);
        }
    }

    /** Returns what is wrong with a file; a file that is no JSON is left to the loader. */
    List<Problem> check(String name, Path file) throws IOException {
        JsonNode tree;
        try {
            tree = mapper.readTree(file.toFile());
        } catch (JsonProcessingException noJson) {
            return List.of();
        }
        return schema.validate(tree).stream()
                .map(message -> problem(name, message))
                .distinct()
                .toList();
    }

    private static Problem problem(String name, ValidationMessage message) {
        String path = message.getInstanceLocation().toString();
        String said = message.getMessage();
        String text = said.startsWith(path + ": ") ? said.substring(path.length() + 2) : said;
        return new Problem(name, path, text + " (schema)");
    }
}
