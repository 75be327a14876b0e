package io.nextline.samples.patients;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts a value of the published answer into words. */
final class Words {

    private static final String NOTHING = "nothing";

    private Words() {}

    static String of(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return NOTHING;
        }
        if (value.isArray()) {
            return list(value);
        }
        return value.isObject() ? fields(value) : value.asText();
    }

    private static String list(JsonNode values) {
        List<String> words = new ArrayList<>();
        values.forEach(value -> words.add(of(value)));
        return words.isEmpty() ? "none" : String.join(", ", words);
    }

    private static String fields(JsonNode object) {
        List<String> words = new ArrayList<>();
        object.properties()
                .forEach(field -> words.add(field.getKey() + " "
                        + (field.getValue().isContainerNode()
                                ? "(" + of(field.getValue()) + ")"
                                : of(field.getValue()))));
        return String.join(" ", words);
    }

    /** Returns a count with its noun, for example {@code 2 cards}. */
    static String count(int count, String noun) {
        return String.format(Locale.ROOT, "%d %s%s", count, noun, count == 1 ? "" : "s");
    }

    /** Returns how many cards there are, and for each its indicator and the statements on it. */
    static String cards(JsonNode cards) {
        if (cards.isEmpty()) {
            return "no card";
        }
        List<String> words = new ArrayList<>();
        for (JsonNode card : cards) {
            words.add(card.path("indicator").asText() + " with " + of(card.path("statements")));
        }
        return count(cards.size(), "card") + " (" + String.join("; ", words) + ")";
    }
}
