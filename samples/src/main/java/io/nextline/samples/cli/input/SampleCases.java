package io.nextline.samples.cli.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Finds the sample patients that are bundled with the jar. */
public final class SampleCases {

    private static final String ROOT = "/io/nextline/samples/patients/";

    private final ObjectMapper mapper = new ObjectMapper();

    /** Returns all of them, in the order of their numbers. */
    public List<SampleCase> all() {
        List<SampleCase> cases = new ArrayList<>();
        for (JsonNode entry : tree("index.json")) {
            cases.add(sample(entry.path("folder").asText(), entry.path("title").asText()));
        }
        return List.copyOf(cases);
    }

    private SampleCase sample(String folder, String title) {
        JsonNode expected = tree(folder + "/expected.json");
        List<SampleCase.Variant> warnings = new ArrayList<>();
        for (JsonNode variant : expected.path("drafts")) {
            if (variant.path("indicator").asText().equals("warning")) {
                List<String> files = new ArrayList<>();
                variant.path("draft").forEach(file -> files.add(file.asText()));
                warnings.add(new SampleCase.Variant(variant.path("name").asText(), files));
            }
        }
        return new SampleCase(
                folder, title, LocalDate.parse(expected.path("asOf").asText()), warnings);
    }

    private JsonNode tree(String path) {
        try (InputStream in = open(path)) {
            return mapper.readTree(in);
        } catch (IOException missing) {
            throw new UncheckedIOException("the jar lacks the sample file " + path, missing);
        }
    }

    /**
     * Opens a file below the samples' folder.
     *
     * @throws IOException if it is not there
     */
    public static InputStream open(String path) throws IOException {
        InputStream in = SampleCases.class.getResourceAsStream(ROOT + path);
        if (in == null) {
            throw new FileNotFoundException(path);
        }
        return in;
    }
}
