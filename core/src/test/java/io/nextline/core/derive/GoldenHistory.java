package io.nextline.core.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.core.Nextline;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.LineRule;
import io.nextline.core.fact.TherapyHistory;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.RecordReader;
import io.nextline.core.vocabulary.Drug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One hand-derived history of therapy: resources in, lines out.
 *
 * @param file the file's name without its ending
 * @param content the file
 */
record GoldenHistory(String file, JsonNode content) {

    private static final Nextline NEXTLINE = Nextline.load();
    private static final RecordReader READER = new RecordReader(ReadLimits.forFiles());
    private static final JsonNode TERMS = read(resource("line-terms.json"));

    /** Every history of the folder, by file name. */
    static List<GoldenHistory> all() {
        try (Stream<Path> files = Files.list(resource("lines"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> new GoldenHistory(file.getFileName().toString().replace(".json", ""), read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ObjectNode> resources() {
        return new GoldenShorthand(TERMS).expand(content.path("record"));
    }

    static JsonNode drug(String name) {
        return TERMS.path("drugs").path(name);
    }

    LocalDate asOf() {
        return LocalDate.parse(content.path("asOf").asText());
    }

    /** Returns what the file expects, line by line, then of the whole. */
    List<String> expected(Predicate<LineRule> rules) {
        List<String> told = new ArrayList<>();
        for (JsonNode line : content.path("lines")) {
            told.add(String.join(
                    " | ",
                    line.path("line").asText(),
                    line.path("setting").asText(),
                    texts(line.path("drugs")),
                    line.path("start").asText("undated") + " to "
                            + line.path("end").asText("open"),
                    line.path("endReason").asText(),
                    rules(line.path("rules"), rules)));
        }
        told.add("lines for advanced disease " + content.path("count").asText());
        told.add("order " + (content.path("orderKnown").asBoolean(true) ? "known" : "unknown"));
        told.add("unidentified " + content.path("unidentified").asInt(0));
        return told;
    }

    /** Returns what the program tells of these resources, in the same words. */
    List<String> told(List<ObjectNode> resources, Predicate<LineRule> rules) {
        TherapyHistory therapy = report(resources).facts().therapy();
        List<String> told = new ArrayList<>();
        for (LineOfTherapy line : therapy.lines()) {
            told.add(String.join(
                    " | ",
                    line.counting().position().words(),
                    line.setting().id(),
                    line.regimen().stream().map(Drug::name).collect(Collectors.joining("+")),
                    date(line.start(), "undated") + " to " + date(line.end(), "open"),
                    line.endReason().id(),
                    line.counting().rules().stream()
                            .filter(rules)
                            .map(LineRule::id)
                            .collect(Collectors.joining(" "))));
        }
        told.add("lines for advanced disease " + therapy.count().advanced().words());
        told.add("order " + (therapy.orderKnown() ? "known" : "unknown"));
        told.add("unidentified " + therapy.unidentified().size());
        return told;
    }

    EvidenceReport report(List<ObjectNode> resources) {
        ObjectNode bundle = GoldenShorthand.JSON.createObjectNode();
        bundle.put("resourceType", "Bundle").put("type", "collection");
        ArrayNode entries = bundle.putArray("entry");
        resources.forEach(resource -> entries.addObject().set("resource", resource));
        try {
            return NEXTLINE.evaluate(READER.read(GoldenShorthand.JSON.writeValueAsBytes(bundle)), asOf());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A date as written; where more is known than the text says, with its bounds. */
    private static String date(@Nullable FhirDate date, String none) {
        if (date == null) {
            return none;
        }
        boolean asWritten = date.equals(FhirDate.parse(date.text()));
        return asWritten ? date.text() : date.text() + " [" + date.earliest() + ".." + date.latest() + "]";
    }

    private static String texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return String.join("+", texts);
    }

    private static String rules(JsonNode ids, Predicate<LineRule> shown) {
        List<String> rules = new ArrayList<>();
        for (LineRule rule : LineRule.values()) {
            for (JsonNode id : ids) {
                if (id.asText().equals(rule.id()) && shown.test(rule)) {
                    rules.add(rule.id());
                }
            }
        }
        return String.join(" ", rules);
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(GoldenHistory.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return GoldenShorthand.JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    @Override
    public String toString() {
        return file;
    }
}
