package io.nextline.samples.patients;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Compares what an expectation says of the cards: how many, what leads them, and whether they warn. */
final class CardExpectation {

    private static final String NO_CARD_REASON = "noCardReason";

    private final JsonNode expected;
    private final JsonNode wanted;
    private final JsonNode found;
    private final List<Difference> differences;

    CardExpectation(JsonNode expected, JsonNode published, List<Difference> differences) {
        this.expected = expected;
        this.wanted = expected.path("cards");
        this.found = published.path("cards");
        this.differences = differences;
    }

    void compare() {
        count();
        leads();
        indicator("cards.indicator", wanted.path("indicator"));
        indicator("indicator", expected.path("indicator"));
        warns();
    }

    private void count() {
        if (wanted.has("count") && found.size() != wanted.path("count").asInt()) {
            add("cards.count", wanted.path("count").asText(), Words.cards(found));
        }
        if (found.size() < wanted.path("atLeast").asInt(0)) {
            add("cards.atLeast", "at least " + wanted.path("atLeast").asText(), Words.cards(found));
        }
        if (expected.path(NO_CARD_REASON).isTextual() && !found.isEmpty()) {
            add(NO_CARD_REASON, "no card", Words.cards(found));
        }
    }

    private void leads() {
        int card = 0;
        for (JsonNode lead : wanted.path("lead")) {
            lead("cards.lead[" + card + "]", card, lead.asText());
            card++;
        }
        if (expected.has("lead")) {
            lead("lead", 0, expected.path("lead").asText());
        }
    }

    /** An update may open a card before a statement of the source documents: the first DS statement is the lead. */
    private void lead(String path, int card, String lead) {
        for (JsonNode id : found.path(card).path("statements")) {
            if (id.asText().startsWith("DS-")) {
                if (!id.asText().equals(lead)) {
                    add(path, lead, id.asText());
                }
                return;
            }
        }
        add(path, lead, Words.cards(found));
    }

    private void indicator(String path, JsonNode indicator) {
        String first = found.path(0).path("indicator").asText("no card");
        if (indicator.isTextual() && !indicator.asText().equals(first)) {
            add(path, indicator.asText(), first);
        }
    }

    private void warns() {
        if (!expected.has("warns")) {
            return;
        }
        boolean warns = false;
        for (JsonNode card : found) {
            warns |= card.path("indicator").asText().equals("warning");
        }
        if (warns != expected.path("warns").asBoolean()) {
            String asked = expected.path("warns").asBoolean() ? "a warning among the cards" : "no warning on any card";
            add("warns", asked, Words.cards(found));
        }
    }

    private void add(String path, String expectation, String answer) {
        differences.add(new Difference(path, expectation, answer, List.of()));
    }
}
