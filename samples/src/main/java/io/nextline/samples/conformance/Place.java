package io.nextline.samples.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where something is looked at: a service's answer, a card in it.
 *
 * @param ledger is told
 * @param where the place's name
 */
record Place(Ledger ledger, String where) {

    /** Returns a part of this place. */
    Place part(String part) {
        return new Place(ledger, where.isEmpty() ? part : where + ", " + part);
    }

    /** Tells of one look at a rule, and returns whether it was kept. */
    boolean holds(String id, boolean kept, String seen) {
        ledger.note(id, kept, where.isEmpty() ? seen : where + ": " + seen);
        return kept;
    }

    /** Tells of one look at a rule about a JSON value. */
    boolean holds(String id, boolean kept, JsonNode seen) {
        return holds(id, kept, kept ? "" : Seen.value(seen));
    }

    /** Tells whether a field that has to be there is a text. */
    boolean needsText(String id, JsonNode object, String field) {
        JsonNode value = object.path(field);
        return holds(id, isText(value), field + " is " + Seen.value(value));
    }

    /** Tells of a field only where it is given. */
    void optional(String id, JsonNode object, String field, java.util.function.Predicate<JsonNode> rule) {
        if (object.has(field)) {
            JsonNode value = object.get(field);
            holds(id, rule.test(value), field + " is " + Seen.value(value));
        }
    }

    static boolean isText(JsonNode value) {
        return value.isTextual() && !value.textValue().isBlank();
    }
}
