package io.nextline.samples.patients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A sample patient's folder: the record, what is expected of it, and the drafted orders that go with it. */
record SamplePatient(Path folder, JsonNode expected) {

    static final ObjectMapper MAPPER = new ObjectMapper();

    /** Returns every sample patient, sorted by folder. */
    static List<SamplePatient> all() {
        URL index = Objects.requireNonNull(
                SamplePatient.class.getResource("/io/nextline/samples/patients/index.json"), "index.json is missing");
        try (Stream<Path> folders = Files.list(Path.of(index.toURI()).getParent())) {
            return folders.filter(folder -> Files.exists(folder.resolve("expected.json")))
                    .sorted()
                    .map(SamplePatient::of)
                    .toList();
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("the sample patients cannot be listed", unreadable);
        }
    }

    /** Returns the sample patients that can be evaluated: those not meant to be refused. */
    static List<SamplePatient> evaluable() {
        return all().stream().filter(patient -> !patient.isRefused()).toList();
    }

    private static SamplePatient of(Path folder) {
        return new SamplePatient(folder, tree(folder.resolve("expected.json")));
    }

    String name() {
        return folder.getFileName().toString();
    }

    boolean isRefused() {
        return expected.path("refused").asBoolean();
    }

    LocalDate asOf() {
        return LocalDate.parse(expected.path("asOf").asText());
    }

    byte[] bundle() {
        return bytes(folder.resolve("bundle.json"));
    }

    /** Returns the record as a tree of its own, to be changed. */
    ObjectNode tree() {
        return (ObjectNode) tree(folder.resolve("bundle.json"));
    }

    byte[] draft(String file) {
        return bytes(folder.resolve(file));
    }

    /** Returns the variants: drafted orders with their own expectations. */
    List<JsonNode> variants() {
        List<JsonNode> variants = new ArrayList<>();
        expected.path("drafts").forEach(variants::add);
        return variants;
    }

    @Override
    public String toString() {
        return name();
    }

    private static JsonNode tree(Path file) {
        try {
            return MAPPER.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a sample file is no JSON", unreadable);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a sample file cannot be read", unreadable);
        }
    }
}
