package io.nextline.samples.patients;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** Reads {@code expected.json} and holds it against its schema, so that a mistyped field is an error and not a test that passes. */
final class ExpectedFile {

    static final String NAME = "expected.json";

    private final ObjectMapper mapper = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final ExpectedSchema schema = ExpectedSchema.load(mapper);

    /**
     * Reads the file.
     *
     * @throws UnreadableFolderException with every problem of the file
     */
    JsonNode read(Path file) throws UnreadableFolderException {
        if (!Files.isRegularFile(file)) {
            throw UnreadableFolderException.of(
                    file, "there is no such file", "Say there what is expected, at least {\"asOf\": \"2026-11-21\"}");
        }
        JsonNode tree = tree(file);
        List<String> problems = schema.problems(file.toString(), tree);
        if (!problems.isEmpty()) {
            throw new UnreadableFolderException(problems);
        }
        checkDay(file, tree.path("asOf").asText());
        return tree;
    }

    private JsonNode tree(Path file) throws UnreadableFolderException {
        try {
            return mapper.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException noJson) {
            JsonLocation at = noJson.getLocation();
            String where = at == null ? "" : " from line " + at.getLineNr() + ", column " + at.getColumnNr() + " on";
            throw UnreadableFolderException.of(
                    file, "is no JSON" + where, "Correct it there: every field once, quotes and commas as JSON asks");
        } catch (IOException unreadable) {
            throw UnreadableFolderException.of(file, "cannot be read", "Check that it is a file you may read");
        }
    }

    private static void checkDay(Path file, String asOf) throws UnreadableFolderException {
        try {
            LocalDate.parse(asOf);
        } catch (DateTimeException noDay) {
            throw UnreadableFolderException.of(
                    file, "asOf: '" + asOf + "' is no day of the calendar", "Write it as 2026-11-21");
        }
    }
}
