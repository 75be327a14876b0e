package io.nextline.samples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What holds of every answer with status 200. */
final class AnswerRules {

    private static final Set<String> INDICATORS = Set.of("info", "warning", "critical");
    private static final int SUMMARY_LIMIT = 140;
    private static final Pattern ACTIVE =
            Pattern.compile("(?i)<\\s*(script|iframe|object|embed|form|style)\\b|javascript:|<[^>]+\\son[a-z]+\\s*=");
    private static final Pattern UUID_FORM = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final boolean systemActionsAgreed;

    AnswerRules(boolean systemActionsAgreed) {
        this.systemActionsAgreed = systemActionsAgreed;
    }

    void check(Exchange answer, Place place) {
        String type = answer.header("Content-Type");
        place.holds("2.0#response.media-type", answer.isJsonType(), Seen.quoted(type));
        JsonNode json = answer.json();
        String kind = json.isMissingNode() ? "no JSON" : Seen.value(json);
        if (!place.holds("2.0#response.object", json.isObject(), "the body is " + kind)) {
            return;
        }
        JsonNode cards = json.path("cards");
        if (place.holds("2.0#response.cards", cards.isArray(), "cards is " + Seen.value(cards))) {
            cards(cards, place);
        }
        new Tree(place, "2.0#use-of-json.response", "2.0#extensions.response", "cards").check(json);
        systemActions(json, place);
    }

    private static void cards(JsonNode cards, Place place) {
        Set<String> uuids = new HashSet<>();
        for (int i = 0; i < cards.size(); i++) {
            JsonNode card = cards.get(i);
            Place at = place.part("cards[" + i + "]");
            card(card, at);
            if (card.path("uuid").isTextual()) {
                String uuid = card.path("uuid").textValue();
                at.holds("2.0#card.uuid-unique", uuids.add(uuid), Seen.quoted(uuid) + " is there twice");
            }
        }
    }

    private static void card(JsonNode card, Place at) {
        if (at.needsText("2.0#card.summary", card, "summary")) {
            String summary = card.path("summary").textValue();
            int length = summary.codePointCount(0, summary.length());
            at.holds("2.0#card.summary-length", length < SUMMARY_LIMIT, length + " characters");
        }
        JsonNode indicator = card.path("indicator");
        at.holds(
                "2.0#card.indicator", INDICATORS.contains(indicator.asText()), "indicator is " + Seen.value(indicator));
        at.optional("2.0#card.detail", card, "detail", JsonNode::isTextual);
        if (card.path("detail").isTextual()) {
            boolean passive = !ACTIVE.matcher(card.path("detail").textValue()).find();
            at.holds("2.0#card.detail-html", passive, "detail carries active HTML");
        }
        at.optional("2.0#card.uuid", card, "uuid", AnswerRules::isUuid);
        source(card.path("source"), at);
        SuggestionRules.check(card, at);
        LinkRules.check(card.path("links"), at);
    }

    private static void source(JsonNode source, Place at) {
        at.needsText("2.0#source.label", source, "label");
        at.optional("2.0#source.url", source, "url", LinkRules::isAbsolute);
        at.optional("2.0#source.icon", source, "icon", LinkRules::isAbsolute);
        at.optional("2.0#source.topic", source, "topic", AnswerRules::isCoding);
    }

    private void systemActions(JsonNode json, Place place) {
        JsonNode actions = json.path("systemActions");
        if (actions.isMissingNode()) {
            return;
        }
        boolean legal = actions.isArray();
        for (JsonNode each : actions) {
            legal &= SuggestionRules.isType(each.path("type"));
        }
        place.holds("2.0#system-action.shape", legal, "systemActions is " + Seen.value(actions));
        place.holds("2.0#system-action.agreed", systemActionsAgreed, "the answer has systemActions");
    }

    static boolean isUuid(JsonNode uuid) {
        return uuid.isTextual() && UUID_FORM.matcher(uuid.textValue()).matches();
    }

    static boolean isCoding(JsonNode coding) {
        return Place.isText(coding.path("code")) && Place.isText(coding.path("system"));
    }
}
