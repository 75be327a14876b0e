package io.nextline.samples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Rules that hold throughout a JSON answer: nothing empty, extensions are objects. */
final class Tree {

    private static final String EXTENSION = "extension";

    private final Place place;
    private final String emptiness;
    private final String extensions;
    private final String mayBeEmpty;
    private int empties;

    /**
     * Prepares a walk.
     *
     * @param emptiness the id of the rule that nothing is empty
     * @param extensions the id of the rule that extensions are objects
     * @param mayBeEmpty the one field of the root that may be an empty array
     */
    Tree(Place place, String emptiness, String extensions, String mayBeEmpty) {
        this.place = place;
        this.emptiness = emptiness;
        this.extensions = extensions;
        this.mayBeEmpty = mayBeEmpty;
    }

    /** Walks through an answer. */
    void check(JsonNode root) {
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            boolean allowed =
                    field.getKey().equals(mayBeEmpty) && field.getValue().isArray();
            if (!allowed || !field.getValue().isEmpty()) {
                field(field.getKey(), field.getValue(), field.getKey());
            }
        }
        if (empties == 0) {
            place.holds(emptiness, true, "");
        }
    }

    private void walk(JsonNode node, String path) {
        boolean empty = node.isNull()
                || (node.isTextual() && node.textValue().isEmpty())
                || (node.isContainerNode() && node.isEmpty());
        if (empty) {
            empties++;
            place.holds(emptiness, false, Seen.quoted(path) + " is " + Seen.value(node));
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            field(field.getKey(), field.getValue(), path + "." + field.getKey());
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(node.get(i), path + "[" + i + "]");
        }
    }

    // What an extension holds is its author's affair, and a FHIR resource has rules of its own.
    private void field(String name, JsonNode value, String path) {
        if (name.equals(EXTENSION)) {
            extension(value, path);
        } else if (!value.has("resourceType")) {
            walk(value, path);
        }
    }

    private void extension(JsonNode value, String path) {
        if (place.holds(extensions, value.isObject(), Seen.quoted(path) + " is " + Seen.value(value))) {
            for (Map.Entry<String, JsonNode> each : value.properties()) {
                place.holds(
                        "2.0#extensions.name",
                        PublishedHooks.isReverseDomain(each.getKey()),
                        Seen.quoted(each.getKey()));
            }
        }
    }
}
