package io.nextline.samples.patients;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares a partial expectation with what a report publishes and tells every difference, not the first. Not thread-safe. */
final class Expectation {

    private static final Set<String> SETS =
            Set.of("drugs", "priorClasses", "metastaticSites", "groups", "circumstances");
    private static final Set<String> DATES = Set.of("start", "end", "date");
    private static final Set<String> FACTS = Set.of(
            "diagnosis",
            "linesOfTherapy",
            "progression",
            "priorClasses",
            "metastaticSites",
            "primaryInPlace",
            "oligoprogression",
            "performanceStatus",
            "imdc",
            "biomarkers",
            "circumstances",
            "unidentifiedTherapy",
            "noCardReason");

    private final JsonNode expected;
    private final JsonNode actual;
    private final List<Difference> differences = new ArrayList<>();

    private Expectation(JsonNode expected, JsonNode actual) {
        this.expected = expected;
        this.actual = actual;
    }

    /**
     * Returns the differences between an expectation and what is published; empty when there are none.
     *
     * @param expected the fields of {@code expected.json}, or of one of its drafts
     * @param published as {@link Published} draws it together
     */
    static List<Difference> differences(JsonNode expected, JsonNode published) {
        Expectation expectation = new Expectation(expected, published);
        expectation.facts();
        expectation.statements();
        expectation.silenced();
        expectation.missing();
        expectation.warnings();
        new CardExpectation(expected, published, expectation.differences).compare();
        return List.copyOf(expectation.differences);
    }

    private void facts() {
        expected.properties().forEach(field -> {
            if (FACTS.contains(field.getKey())) {
                compare(field.getKey(), field.getKey(), field.getValue(), actual.path(field.getKey()));
            }
        });
    }

    private void compare(String path, String name, JsonNode wanted, JsonNode found) {
        if (wanted.isNull()) {
            expect(path, wanted, found.isNull() || found.isMissingNode(), found);
        } else if (wanted.isObject()) {
            wanted.properties()
                    .forEach(field -> compare(
                            path + "." + field.getKey(), field.getKey(), field.getValue(), found.path(field.getKey())));
        } else if (SETS.contains(name)) {
            expect(path, wanted, texts(wanted).equals(texts(found)), found);
        } else if (wanted.isArray()) {
            compareInOrder(path, name, wanted, found);
        } else if (DATES.contains(name)) {
            expect(path, wanted, found.asText().startsWith(wanted.asText()), found);
        } else {
            expect(path, wanted, wanted.asText().equals(found.asText()), found);
        }
    }

    private void compareInOrder(String path, String name, JsonNode wanted, JsonNode found) {
        if (wanted.size() != found.size()) {
            add(path, Words.count(wanted.size(), "item"), Words.count(found.size(), "item") + ": " + Words.of(found));
        }
        for (int i = 0; i < Math.min(wanted.size(), found.size()); i++) {
            compare(path + "[" + i + "]", name, wanted.get(i), found.get(i));
        }
    }

    private void statements() {
        for (Map.Entry<String, JsonNode> statement : expected.path("statements").properties()) {
            String id = statement.getKey();
            String found = actual.path("statements").path(id).asText("no such statement in the evidence base");
            if (!statement.getValue().asText().equals(found)) {
                List<String> because = new ArrayList<>();
                actual.path("because").path(id).forEach(reason -> because.add(reason.asText()));
                differences.add(
                        new Difference("statements." + id, statement.getValue().asText(), found, because));
            }
        }
    }

    private void silenced() {
        Set<String> silenced = texts(actual.path("silenced"));
        for (JsonNode id : expected.path("silenced")) {
            if (!silenced.contains(id.asText())) {
                add("silenced", id.asText(), Words.of(actual.path("silenced")));
            }
            if (onACard(id.asText())) {
                add("silenced", id.asText() + " on no card", Words.cards(actual.path("cards")));
            }
        }
    }

    private boolean onACard(String id) {
        for (JsonNode card : actual.path("cards")) {
            if (texts(card.path("statements")).contains(id)) {
                return true;
            }
        }
        return false;
    }

    private void missing() {
        Set<String> named = texts(actual.path("missing"));
        for (JsonNode fact : expected.path("missing")) {
            if (!named.contains(fact.asText())) {
                add("missing", fact.asText() + " among them", Words.of(actual.path("missing")));
            }
        }
    }

    private void warnings() {
        int wanted = expected.path("warnings").asInt(0);
        int found = actual.path("warnings").asInt();
        if (found < wanted) {
            add("warnings", "at least " + wanted, String.valueOf(found));
        }
    }

    private void expect(String path, JsonNode wanted, boolean holds, JsonNode found) {
        if (!holds) {
            add(path, Words.of(wanted), Words.of(found));
        }
    }

    private void add(String path, String wanted, String found) {
        differences.add(new Difference(path, wanted, found, List.of()));
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
