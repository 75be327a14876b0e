package io.nextline.core.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Expands the shorthand of the golden histories to FHIR R4 resources; the format stands in the README beside them. */
final class GoldenShorthand {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String LOINC = "http://loinc.org";

    private final JsonNode terms;
    private final List<ObjectNode> resources = new ArrayList<>();

    GoldenShorthand(JsonNode terms) {
        this.terms = terms;
    }

    /** Returns the resources of a history: the patient and what its entries say. */
    List<ObjectNode> expand(JsonNode entries) {
        resources.add(JSON.createObjectNode()
                .put("resourceType", "Patient")
                .put("id", "p1")
                .put("gender", "female")
                .put("birthDate", "1958-05-01"));
        entries.forEach(this::entry);
        return resources;
    }

    private void entry(JsonNode entry) {
        String verb = entry.fieldNames().next();
        String what = entry.path(verb).asText();
        switch (verb) {
            case "dose" -> dates(entry).forEach(day -> dose(what, day, entry));
            case "dispense" -> dates(entry).forEach(day -> dispense(what, day, entry));
            case "order" -> dates(entry).forEach(day -> order(what, day, entry));
            case "statement" -> statement(what, entry);
            case "diagnosis" -> condition(term("diagnoses", what), entry);
            case "metastasis" -> condition(term("metastases", what), entry);
            case "stage" -> observation("21908-9", entry).put("valueString", what);
            case "status" -> observation("97509-4", entry).set("valueCodeableConcept", term("courses", what));
            case "procedure" -> procedure(what, entry);
            case "fhir" -> resources.add(entry.path("fhir").deepCopy());
            default -> throw new IllegalArgumentException("no shorthand is called " + verb);
        }
    }

    /** {@code on} one day or several, or {@code from}, {@code every} so many days, {@code times}; no date at all is one undated entry. */
    private static List<@Nullable String> dates(JsonNode entry) {
        List<@Nullable String> dates = new ArrayList<>();
        JsonNode on = entry.path("on");
        if (on.isArray()) {
            on.forEach(day -> dates.add(day.asText()));
        } else if (on.isTextual()) {
            dates.add(on.asText());
        }
        if (entry.has("from") && entry.has("times")) {
            LocalDate first = LocalDate.parse(entry.path("from").asText());
            for (int i = 0; i < entry.path("times").asInt(); i++) {
                dates.add(first.plusDays((long) i * entry.path("every").asInt()).toString());
            }
        }
        if (dates.isEmpty()) {
            dates.add(null);
        }
        return dates;
    }

    private void dose(String drug, @Nullable String day, JsonNode entry) {
        ObjectNode dose = medication("MedicationAdministration", drug, entry, "completed");
        put(dose, "effectiveDateTime", day);
        dose.putObject("dosage").putObject("dose").put("value", 200).put("unit", "mg");
    }

    private void dispense(String drug, @Nullable String day, JsonNode entry) {
        ObjectNode dispense = medication("MedicationDispense", drug, entry, "completed");
        put(dispense, "whenHandedOver", day);
        dispense.putObject("quantity").put("value", 28).put("unit", "tablet");
    }

    private void order(String drug, @Nullable String day, JsonNode entry) {
        ObjectNode order = medication("MedicationRequest", drug, entry, "active");
        order.put("intent", entry.path("intent").asText("order"));
        put(order, "authoredOn", day);
        if (entry.has("reported")) {
            order.put("reportedBoolean", entry.path("reported").asBoolean());
        }
        if (entry.has("doNotPerform")) {
            order.put("doNotPerform", entry.path("doNotPerform").asBoolean());
        }
        ObjectNode dosage = order.putArray("dosageInstruction").addObject();
        dosage.put("text", entry.path("text").asText("as directed"));
        if (entry.has("until")) {
            ObjectNode bounds = dosage.putObject("timing").putObject("repeat").putObject("boundsPeriod");
            put(bounds, "start", day);
            bounds.put("end", entry.path("until").asText());
        }
    }

    private void statement(String drug, JsonNode entry) {
        ObjectNode statement = medication("MedicationStatement", drug, entry, "active");
        if (entry.has("from") || entry.has("until")) {
            ObjectNode period = statement.putObject("effectivePeriod");
            put(period, "start", entry.path("from").asText(null));
            put(period, "end", entry.path("until").asText(null));
        }
    }

    private ObjectNode medication(String type, String drug, JsonNode entry, String status) {
        ObjectNode use = resource(type).put("status", entry.path("state").asText(status));
        use.set("medicationCodeableConcept", entry.has("as") ? entry.path("as").deepCopy() : coded(drug));
        use.putObject("subject").put("reference", "Patient/p1");
        if (entry.has("reason")) {
            JsonNode reason = term("stopReasons", entry.path("reason").asText());
            if (type.equals("MedicationRequest")) {
                use.set("statusReason", reason);
            } else {
                use.putArray("statusReason").add(reason);
            }
        }
        if (entry.has("setting")) {
            use.putArray("extension")
                    .addObject()
                    .put("url", "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-procedure-intent")
                    .set(
                            "valueCodeableConcept",
                            term("settings", entry.path("setting").asText()));
        }
        return use;
    }

    private ObjectNode coded(String drug) {
        ObjectNode concept = JSON.createObjectNode();
        JsonNode known = terms.path("drugs").path(drug);
        if (known.has("rxnorm")) {
            concept.putArray("coding")
                    .addObject()
                    .put("system", "http://www.nlm.nih.gov/research/umls/rxnorm")
                    .put("code", known.path("rxnorm").asText());
        }
        return concept.put("text", drug);
    }

    private void condition(JsonNode code, JsonNode entry) {
        ObjectNode condition = resource("Condition");
        condition.set("clinicalStatus", text(entry.path("state").asText("active")));
        condition.set("verificationStatus", text("confirmed"));
        condition.putArray("category").add(text("problem-list-item"));
        condition.set("code", code);
        condition.putObject("subject").put("reference", "Patient/p1");
        put(condition, "onsetDateTime", entry.path("on").asText(null));
    }

    private ObjectNode observation(String loinc, JsonNode entry) {
        ObjectNode observation = resource("Observation").put("status", "final");
        observation.set("code", concept(LOINC, loinc));
        observation.putObject("subject").put("reference", "Patient/p1");
        put(observation, "effectiveDateTime", entry.path("on").asText(null));
        return observation;
    }

    private void procedure(String what, JsonNode entry) {
        ObjectNode procedure = resource("Procedure").put("status", "completed");
        procedure.set("code", term("procedures", what));
        procedure.putObject("subject").put("reference", "Patient/p1");
        put(procedure, "performedDateTime", entry.path("on").asText(null));
    }

    private ObjectNode resource(String type) {
        ObjectNode resource = JSON.createObjectNode()
                .put("resourceType", type)
                .put("id", type.toLowerCase(Locale.ROOT) + "-" + resources.size());
        resources.add(resource);
        return resource;
    }

    private ObjectNode term(String kind, String name) {
        JsonNode term = terms.path(kind).path(name);
        if (term.size() != 2) {
            throw new IllegalArgumentException("line-terms.json has no " + kind + " called " + name);
        }
        return concept(term.get(0).asText(), term.get(1).asText());
    }

    private static ObjectNode concept(String system, String code) {
        ObjectNode concept = JSON.createObjectNode();
        concept.putArray("coding").addObject().put("system", system).put("code", code);
        return concept;
    }

    private static ObjectNode text(String code) {
        ObjectNode concept = JSON.createObjectNode();
        ArrayNode coding = concept.putArray("coding");
        coding.addObject().put("code", code);
        return concept;
    }

    private static void put(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }
}
