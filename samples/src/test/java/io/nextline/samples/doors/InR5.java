package io.nextline.samples.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/** Gives resources the shape that R5 has for them. HAPI's converter would lose what is odd about their values. */
final class InR5 {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private InR5() {}

    static ObjectNode of(ObjectNode resource) {
        resource.path("contained").forEach(each -> of((ObjectNode) each));
        switch (resource.path("resourceType").asText()) {
            case "MedicationRequest" -> request(resource);
            case "MedicationAdministration" -> administration(resource);
            case "MedicationStatement" -> statement(resource);
            case "MedicationDispense" -> dispense(resource);
            case "Medication" -> resource.path("ingredient").forEach(part -> codeable((ObjectNode) part, "item"));
            case "Procedure" -> procedure(resource);
            case "ServiceRequest" -> serviceRequest(resource);
            case "Encounter" -> encounter(resource);
            case "RequestGroup" -> resource.put("resourceType", "RequestOrchestration");
            default -> {}
        }
        return resource;
    }

    private static void request(ObjectNode request) {
        codeable(request, "medication");
        move(request, "reportedBoolean", "reported", value -> value);
        move(request, "reportedReference", "informationSource", InR5::list);
        move(request, "reasonCode", "reason", InR5::concepts);
    }

    private static void administration(ObjectNode given) {
        codeable(given, "medication");
        move(given, "effectiveDateTime", "occurenceDateTime", value -> value);
        move(given, "effectivePeriod", "occurencePeriod", value -> value);
        move(given, "reasonCode", "reason", InR5::concepts);
        move(given, "category", "category", InR5::list);
    }

    private static void statement(ObjectNode statement) {
        codeable(statement, "medication");
        move(statement, "category", "category", InR5::list);
        JsonNode reasons = statement.remove("statusReason");
        if (reasons != null) {
            ObjectNode adherence = statement.putObject("adherence");
            adherence.set("code", reasons.get(0));
            adherence.set("reason", reasons.get(reasons.size() - 1));
        }
    }

    private static void dispense(ObjectNode dispense) {
        codeable(dispense, "medication");
        move(dispense, "category", "category", InR5::list);
        move(dispense, "statusReasonCodeableConcept", "notPerformedReason", InR5::concept);
    }

    private static void procedure(ObjectNode procedure) {
        move(procedure, "performedDateTime", "occurrenceDateTime", value -> value);
        move(procedure, "performedPeriod", "occurrencePeriod", value -> value);
        move(procedure, "category", "category", InR5::list);
        move(procedure, "reasonCode", "reason", InR5::concepts);
    }

    private static void serviceRequest(ObjectNode request) {
        move(request, "code", "code", InR5::concept);
        move(request, "supportingInfo", "supportingInfo", InR5::references);
    }

    private static void encounter(ObjectNode encounter) {
        move(encounter, "class", "class", coding -> list(JSON.objectNode().set("coding", list(coding))));
        move(encounter, "period", "actualPeriod", value -> value);
        move(encounter, "hospitalization", "admission", value -> value);
    }

    /** Gathers {@code nameCodeableConcept} and {@code nameReference} in a CodeableReference. */
    private static void codeable(ObjectNode holder, String name) {
        move(holder, name + "CodeableConcept", name, InR5::concept);
        move(holder, name + "Reference", name, InR5::reference);
    }

    private static void move(ObjectNode holder, String from, String to, UnaryOperator<JsonNode> change) {
        JsonNode value = holder.remove(from);
        if (value != null) {
            holder.set(to, change.apply(value));
        }
    }

    private static JsonNode list(JsonNode value) {
        return JSON.arrayNode().add(value);
    }

    private static JsonNode concept(JsonNode value) {
        return JSON.objectNode().set("concept", value);
    }

    private static JsonNode reference(JsonNode value) {
        return JSON.objectNode().set("reference", value);
    }

    private static JsonNode concepts(JsonNode values) {
        return each(values, InR5::concept);
    }

    private static JsonNode references(JsonNode values) {
        return each(values, InR5::reference);
    }

    private static JsonNode each(JsonNode values, UnaryOperator<JsonNode> change) {
        ArrayNode changed = JSON.arrayNode();
        values.forEach(value -> changed.add(change.apply(value)));
        return changed;
    }
}
