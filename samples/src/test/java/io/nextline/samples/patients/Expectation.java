package io.nextline.samples.patients;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares a partial expectation with what a report publishes and tells every difference, not the first. */
final class Expectation {

    private static final Set<String> SETS = Set.of("drugs", "priorClasses", "metastaticSites", "groups");
    private static final Set<String> DATES = Set.of("start", "end", "date");
    private static final Set<String> ELSEWHERE = Set.of(
            "title",
            "asOf",
            "drafts",
            "name",
            "draft",
            "hook",
            "selections",
            "statements",
            "cards",
            "lead",
            "indicator",
            "silenced",
            "missing",
            "warnings",
            "warns",
            "refused");

    private final JsonNode expected;
    private final JsonNode actual;
    private final List<String> differences = new ArrayList<>();

    private Expectation(JsonNode expected, JsonNode actual) {
        this.expected = expected;
        this.actual = actual;
    }

    /** Returns the differences between an expectation and what is published, in words; empty when there are none. */
    static List<String> differences(JsonNode expected, JsonNode published) {
        Expectation expectation = new Expectation(expected, published);
        expectation.facts();
        expectation.statements();
        expectation.missing();
        expectation.cards();
        return List.copyOf(expectation.differences);
    }

    private void facts() {
        expected.properties().forEach(field -> {
            if (!ELSEWHERE.contains(field.getKey())) {
                compare(field.getKey(), field.getKey(), field.getValue(), actual.path(field.getKey()));
            }
        });
    }

    private void compare(String path, String name, JsonNode wanted, JsonNode found) {
        if (wanted.isNull()) {
            expect(path, "nothing", found.isNull() || found.isMissingNode(), found);
        } else if (wanted.isObject()) {
            wanted.properties()
                    .forEach(field -> compare(
                            path + "." + field.getKey(), field.getKey(), field.getValue(), found.path(field.getKey())));
        } else if (SETS.contains(name)) {
            expect(path, wanted.toString(), texts(wanted).equals(texts(found)), found);
        } else if (wanted.isArray()) {
            compareInOrder(path, name, wanted, found);
        } else if (DATES.contains(name)) {
            expect(path, wanted.asText(), found.asText().startsWith(wanted.asText()), found);
        } else {
            expect(path, wanted.asText(), wanted.asText().equals(found.asText()), found);
        }
    }

    private void compareInOrder(String path, String name, JsonNode wanted, JsonNode found) {
        expect(path + ".size", String.valueOf(wanted.size()), wanted.size() == found.size(), found);
        for (int i = 0; i < Math.min(wanted.size(), found.size()); i++) {
            compare(path + "[" + i + "]", name, wanted.get(i), found.get(i));
        }
    }

    private void statements() {
        for (Map.Entry<String, JsonNode> statement : expected.path("statements").properties()) {
            String found = actual.path("statements").path(statement.getKey()).asText("absent");
            if (!statement.getValue().asText().equals(found)) {
                differences.add(statement.getKey() + ": expected "
                        + statement.getValue().asText() + ", was " + found + " "
                        + actual.path("because").path(statement.getKey()));
            }
        }
        for (JsonNode id : expected.path("silenced")) {
            expect(
                    "silenced",
                    id.asText(),
                    texts(actual.path("silenced")).contains(id.asText()),
                    actual.path("silenced"));
            expect("on no card", id.asText(), !onACard(id.asText()), actual.path("cards"));
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
        expected.path("missing")
                .forEach(fact ->
                        expect("missing", fact.asText(), named.contains(fact.asText()), actual.path("missing")));
        int warnings = expected.path("warnings").asInt(0);
        expect(
                "warnings",
                "at least " + warnings,
                actual.path("warnings").asInt() >= warnings,
                actual.path("warnings"));
    }

    private void cards() {
        JsonNode wanted = expected.path("cards");
        JsonNode found = actual.path("cards");
        if (wanted.has("count")) {
            expect(
                    "cards",
                    wanted.path("count").asText(),
                    found.size() == wanted.path("count").asInt(),
                    found);
        }
        expect(
                "cards",
                "at least " + wanted.path("atLeast"),
                found.size() >= wanted.path("atLeast").asInt(0),
                found);
        if (expected.path("noCardReason").isTextual()) {
            expect("cards", "none", found.isEmpty(), found);
        }
        int at = 0;
        for (JsonNode lead : wanted.path("lead")) {
            lead(at++, lead.asText());
        }
        if (expected.has("lead")) {
            lead(0, expected.path("lead").asText());
        }
        for (JsonNode indicator : List.of(wanted.path("indicator"), expected.path("indicator"))) {
            if (indicator.isTextual()) {
                String first = found.path(0).path("indicator").asText("no card");
                expect("first card", indicator.asText(), indicator.asText().equals(first), found);
            }
        }
        if (expected.has("warns")) {
            boolean warns = false;
            for (JsonNode card : found) {
                warns |= card.path("indicator").asText().equals("warning");
            }
            expect(
                    "warns",
                    expected.path("warns").asText(),
                    warns == expected.path("warns").asBoolean(),
                    found);
        }
    }

    /** An update may open a card before a statement of the source documents: the first DS statement is the lead. */
    private void lead(int card, String wanted) {
        String found = "none";
        for (JsonNode id : actual.path("cards").path(card).path("statements")) {
            if (id.asText().startsWith("DS-")) {
                found = id.asText();
                break;
            }
        }
        expect("card " + (card + 1) + " leads with", wanted, wanted.equals(found), actual.path("cards"));
    }

    private void expect(String path, String wanted, boolean holds, JsonNode found) {
        if (!holds) {
            differences.add(path + ": expected " + wanted + ", was " + found);
        }
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
