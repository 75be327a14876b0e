package io.nextline.samples.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.samples.cli.input.SampleCases;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The sample patients of the jar: a list of all, and each with its record and drafts. */
final class PatientFiles {

    private static final String INDEX = "index.json";

    byte[] list() throws IOException {
        ArrayNode all = Replies.MAPPER.createArrayNode();
        for (JsonNode entry : tree(INDEX)) {
            JsonNode expected = tree(entry.path("folder").asText() + "/expected.json");
            ObjectNode patient = all.addObject();
            patient.set("folder", entry.path("folder"));
            patient.set("title", entry.path("title"));
            patient.put("group", group(expected));
            patient.set("asOf", expected.path("asOf"));
        }
        return Replies.bytes(all);
    }

    /** Returns a patient with its record, its drafts and what belongs together of them; null if there is none of that name. */
    byte @Nullable [] one(String folder) throws IOException {
        for (JsonNode entry : tree(INDEX)) {
            if (entry.path("folder").asText().equals(folder)) {
                return Replies.bytes(patient(folder, entry.path("title").asText()));
            }
        }
        return null;
    }

    private static ObjectNode patient(String folder, String title) throws IOException {
        JsonNode expected = tree(folder + "/expected.json");
        ObjectNode patient = Replies.MAPPER.createObjectNode();
        patient.put("folder", folder).put("title", title).put("about", about(folder));
        patient.set("asOf", expected.path("asOf"));
        patient.set("bundle", tree(folder + "/bundle.json"));
        ArrayNode variants = patient.putArray("variants");
        TreeSet<String> files = new TreeSet<>();
        for (JsonNode variant : expected.path("drafts")) {
            ObjectNode one = variants.addObject();
            one.set("name", variant.path("name"));
            one.set("hook", variant.path("hook"));
            one.set("files", variant.path("draft"));
            if (variant.has("selections")) {
                one.set("selections", variant.path("selections"));
            }
            one.put("warns", variant.path("indicator").asText().equals("warning"));
            variant.path("draft").forEach(file -> files.add(file.asText()));
        }
        ObjectNode drafts = patient.putObject("drafts");
        for (String file : files) {
            drafts.set(file, tree(folder + "/" + file));
        }
        return patient;
    }

    private static String group(JsonNode expected) {
        return switch (expected.path("diagnosis").path("type").asText()) {
            case "renal-cell-carcinoma" -> "Kidney";
            case "nsclc" -> "Lung";
            default -> "Other";
        };
    }

    /** The quirk, as the folder's README tells it under its heading. */
    private static String about(String folder) throws IOException {
        try (InputStream in = SampleCases.open(folder + "/README.md")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replaceFirst("^# [^\n]*\n", "").strip();
        }
    }

    private static JsonNode tree(String path) throws IOException {
        try (InputStream in = SampleCases.open(path)) {
            return Replies.MAPPER.readTree(in);
        }
    }
}
