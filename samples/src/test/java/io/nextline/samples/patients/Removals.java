package io.nextline.samples.patients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Takes one datum at a time out of a record: a whole entry, or one of its dates, codes, values or texts. */
final class Removals {

    /** What is taken out. Status elements are not: they say whether a datum counts at all. */
    private static final Set<String> DATA = Set.of(
            "abatementDateTime",
            "authoredOn",
            "birthDate",
            "bodySite",
            "boundsPeriod",
            "code",
            "coding",
            "component",
            "conclusion",
            "dosageInstruction",
            "effectiveDateTime",
            "effectivePeriod",
            "end",
            "extension",
            "focus",
            "medicationCodeableConcept",
            "medicationReference",
            "onsetDateTime",
            "performedDateTime",
            "performedPeriod",
            "reasonCode",
            "recordedDate",
            "referenceRange",
            "stage",
            "start",
            "system",
            "text",
            "unit",
            "valueCodeableConcept",
            "valueInteger",
            "valueQuantity",
            "valueString");

    /** Rows that say the same but for their date: as many are thinned out. */
    private static final int OF_A_KIND = 2;

    private final ObjectNode bundle;
    private final BiConsumer<Removal, ObjectNode> check;

    /**
     * What was taken out.
     *
     * @param type the resource type of the entry
     * @param path where, in words for a failure message
     */
    record Removal(String type, String path) {

        /** Returns whether the entry said what was given, so that an absence may be concluded from what is left. */
        boolean isTherapy() {
            return type.startsWith("Medication");
        }

        /** Returns whether the entry is gone as a whole; one that has lost its drug still shows that something was given. */
        boolean isWhole() {
            return !path.contains(".");
        }
    }

    private Removals(ObjectNode bundle, BiConsumer<Removal, ObjectNode> check) {
        this.bundle = bundle;
        this.check = check;
    }

    /** Calls the check with each removal and the record that is left. */
    static void each(ObjectNode bundle, BiConsumer<Removal, ObjectNode> check) {
        new Removals(bundle, check).each();
    }

    private void each() {
        ArrayNode entries = (ArrayNode) bundle.path("entry");
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            ObjectNode resource = (ObjectNode) entries.get(i).path("resource");
            String type = Changes.type(entries.get(i));
            String where = type + " " + i;
            JsonNode entry = entries.remove(i);
            check.accept(new Removal(type, where), bundle);
            entries.insert(i, entry);
            if (seen.merge(kind(resource), 1, Integer::sum) <= OF_A_KIND) {
                within(resource, type, where);
            }
        }
    }

    private void within(ObjectNode node, String type, String where) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode value = node.get(name);
            if (DATA.contains(name)) {
                node.remove(name);
                check.accept(new Removal(type, where + "." + name), bundle);
                node.set(name, value);
            }
            if (value instanceof ObjectNode object) {
                within(object, type, where + "." + name);
            } else if (value.isArray()) {
                for (JsonNode item : value) {
                    if (item instanceof ObjectNode object) {
                        within(object, type, where + "." + name);
                    }
                }
            }
        }
    }

    private static String kind(ObjectNode resource) {
        return resource.path("resourceType").asText()
                + resource.path("status")
                + resource.path("code")
                + resource.path("medicationCodeableConcept")
                + resource.path("medicationReference")
                + resource.path("valueCodeableConcept");
    }
}
