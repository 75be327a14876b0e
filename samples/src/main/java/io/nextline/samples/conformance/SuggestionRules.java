package io.nextline.samples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;

/** A card's suggestions with their actions, and its reasons for overriding them. */
final class SuggestionRules {

    private static final String AT_MOST_ONE = "at-most-one";
    private static final Set<String> BEHAVIORS = Set.of(AT_MOST_ONE, "any");
    private static final Set<String> TYPES = Set.of("create", "update", "delete");
    private static final Pattern RELATIVE = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}");

    private SuggestionRules() {}

    static void check(JsonNode card, Place at) {
        JsonNode suggestions = card.path("suggestions");
        if (!suggestions.isMissingNode()) {
            JsonNode behavior = card.path("selectionBehavior");
            at.holds(
                    "2.0#card.selection-behavior",
                    BEHAVIORS.contains(behavior.asText()),
                    "selectionBehavior is " + Seen.value(behavior));
            suggestions(suggestions, AT_MOST_ONE.equals(behavior.asText()), at);
        }
        JsonNode reasons = card.path("overrideReasons");
        for (int i = 0; i < reasons.size(); i++) {
            JsonNode reason = reasons.path(i);
            Place place = at.part("overrideReasons[" + i + "]");
            place.holds("2.0#override-reasons.coding", AnswerRules.isCoding(reason), "a code or its system is missing");
            place.needsText("2.0#override-reasons.display", reason, "display");
        }
    }

    private static void suggestions(JsonNode suggestions, boolean atMostOne, Place at) {
        int recommended = 0;
        boolean booleans = true;
        for (int i = 0; i < suggestions.size(); i++) {
            JsonNode each = suggestions.path(i);
            suggestion(each, at.part("suggestions[" + i + "]"));
            JsonNode mark = each.path("isRecommended");
            booleans &= mark.isMissingNode() || mark.isBoolean();
            recommended += mark.asBoolean() ? 1 : 0;
        }
        at.holds(
                "2.0#suggestion.is-recommended",
                booleans && !(atMostOne && recommended > 1),
                booleans ? recommended + " suggestions are recommended" : "isRecommended is no boolean");
    }

    private static void suggestion(JsonNode suggestion, Place place) {
        place.needsText("2.0#suggestion.label", suggestion, "label");
        place.optional("2.0#suggestion.uuid", suggestion, "uuid", AnswerRules::isUuid);
        place.holds(
                "3.0#suggestion.action-selection",
                !suggestion.has("actionSelectionBehavior"),
                "actionSelectionBehavior is given");
        JsonNode actions = suggestion.path("actions");
        for (int i = 0; i < actions.size(); i++) {
            action(actions.path(i), place.part("actions[" + i + "]"));
        }
    }

    private static void action(JsonNode action, Place place) {
        JsonNode type = action.path("type");
        place.needsText("2.0#action.description", action, "description");
        if (!place.holds("2.0#action.type", isType(type), "type is " + Seen.value(type))) {
            return;
        }
        if (type.asText().equals("delete")) {
            JsonNode id = action.path("resourceId");
            place.holds(
                    "2.0#action.resource-id",
                    RELATIVE.matcher(id.asText()).matches(),
                    "resourceId is " + Seen.value(id));
        } else {
            boolean resource = Place.isText(action.path("resource").path("resourceType"));
            place.holds("2.0#action.resource", resource, "resource is " + Seen.value(action.path("resource")));
        }
    }

    static boolean isType(JsonNode type) {
        return type.isTextual() && TYPES.contains(type.textValue());
    }
}
