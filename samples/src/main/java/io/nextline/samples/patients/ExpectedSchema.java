package io.nextline.samples.patients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.nextline.samples.cli.input.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The schema of {@code expected.json}, whose objections are put into words: the field, what is wrong, and what it needs. */
final class ExpectedSchema {

    private static final String RESOURCE = "expected.schema.json";

    private final JsonNode source;
    private final JsonSchema schema;

    private ExpectedSchema(JsonNode source, JsonSchema schema) {
        this.source = source;
        this.schema = schema;
    }

    static ExpectedSchema load(ObjectMapper mapper) {
        try (InputStream in = ExpectedSchema.class.getResourceAsStream(RESOURCE)) {
            JsonNode source = mapper.readTree(Objects.requireNonNull(in, RESOURCE));
            SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .locale(Locale.ROOT)
                    .build();
            return new ExpectedSchema(
                    source, JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(source, config));
        } catch (IOException broken) {
            throw new UncheckedIOException("the jar's own schema cannot be read", broken);
        }
    }

    /** Returns what is wrong, one line each, in the order of the fields' names. */
    List<String> problems(String file, JsonNode tree) {
        return schema.validate(tree).stream()
                .map(message -> file + ": " + words(message))
                .distinct()
                .sorted()
                .toList();
    }

    private String words(ValidationMessage message) {
        String field = field(message.getInstanceLocation());
        JsonNode rule =
                source.at(message.getSchemaLocation().getFragment().getParent().toString());
        return switch (message.getType()) {
            case "additionalProperties" -> unknown(field, message.getProperty(), rule);
            case "required" -> missing(field, message.getProperty(), rule);
            default ->
                (field.isEmpty() ? "" : field + ": ") + "needs "
                        + rule.path("description").asText() + ".";
        };
    }

    private static String unknown(String parent, String name, JsonNode rule) {
        List<String> known = new ArrayList<>();
        rule.path("properties").fieldNames().forEachRemaining(known::add);
        known.remove("$schema");
        String near = Nearest.hint(name.toLowerCase(Locale.ROOT), known);
        return below(parent, name) + ": there is no such field."
                + (near.isEmpty() ? " Use one of " + String.join(", ", known) + "." : near);
    }

    private static String missing(String parent, String name, JsonNode rule) {
        JsonNode field = rule.path("properties").path(name);
        return below(parent, name) + ": is missing. Add "
                + field.path("description").asText() + ".";
    }

    private static String below(String parent, String name) {
        return parent.isEmpty() ? name : parent + "." + name;
    }

    /** Returns a place as it is written in messages about differences: {@code drafts[0].name}. */
    private static String field(JsonNodePath path) {
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < path.getNameCount(); i++) {
            Object step = path.getElement(i);
            if (step instanceof Integer) {
                field.append('[').append(step).append(']');
            } else {
                field.append(field.length() == 0 ? "" : ".").append(step);
            }
        }
        return field.toString();
    }
}
