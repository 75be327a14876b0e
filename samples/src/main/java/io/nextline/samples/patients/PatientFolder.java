package io.nextline.samples.patients;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A sample patient's folder: {@code bundle.json}, {@code expected.json}, and the files of drafted orders that it names.
 *
 * @param path where it is
 * @param expected what is expected, as its schema asks
 */
record PatientFolder(Path path, JsonNode expected) {

    static final String BUNDLE = "bundle.json";

    /**
     * Reads what is expected and looks for the files that it needs.
     *
     * @throws UnreadableFolderException if a file is missing, or the expectation is malformed
     */
    static PatientFolder read(Path path, ExpectedFile file) throws UnreadableFolderException {
        JsonNode expected = file.read(path.resolve(ExpectedFile.NAME));
        PatientFolder folder = new PatientFolder(path, expected);
        if (!Files.isRegularFile(folder.bundle())) {
            throw UnreadableFolderException.of(
                    folder.bundle(), "there is no such file", "Put the patient's FHIR Bundle there, as JSON");
        }
        folder.checkDrafts();
        return folder;
    }

    private void checkDrafts() throws UnreadableFolderException {
        List<String> problems = new ArrayList<>();
        int variant = 0;
        for (JsonNode each : variants()) {
            for (String draft : drafts(each)) {
                if (!Files.isRegularFile(path.resolve(draft))) {
                    problems.add(path.resolve(ExpectedFile.NAME) + ": drafts[" + variant + "].draft: there is no file "
                            + draft + " in this folder. Add it, or correct its name.");
                }
            }
            variant++;
        }
        if (!problems.isEmpty()) {
            throw new UnreadableFolderException(problems);
        }
    }

    Path bundle() {
        return path.resolve(BUNDLE);
    }

    LocalDate asOf() {
        return LocalDate.parse(expected.path("asOf").asText());
    }

    boolean isRefused() {
        return expected.path("refused").asBoolean();
    }

    /** Returns the variants: drafted orders with their own expectations. */
    List<JsonNode> variants() {
        List<JsonNode> variants = new ArrayList<>();
        expected.path("drafts").forEach(variants::add);
        return List.copyOf(variants);
    }

    /** Returns the names of a variant's files. */
    static List<String> drafts(JsonNode variant) {
        List<String> files = new ArrayList<>();
        variant.path("draft").forEach(file -> files.add(file.asText()));
        return List.copyOf(files);
    }
}
