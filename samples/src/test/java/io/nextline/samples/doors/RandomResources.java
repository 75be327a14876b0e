package io.nextline.samples.doors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;

/** Well-formed R4 resources at random. What is odd about them, R4 allows or HAPI lets pass. */
final class RandomResources {

    private static final List<String> TYPES = List.of(
            "Patient",
            "Condition",
            "MedicationRequest",
            "MedicationAdministration",
            "MedicationStatement",
            "MedicationDispense",
            "Medication",
            "Observation",
            "Procedure",
            "ServiceRequest",
            "DiagnosticReport",
            "Encounter",
            "CarePlan",
            "RequestGroup",
            "Practitioner");

    private final Chance chance;
    private final RandomDatatypes types;
    private final RandomMedications medications;

    RandomResources(Chance chance) {
        this.chance = chance;
        this.types = new RandomDatatypes(chance);
        this.medications = new RandomMedications(types);
    }

    /** Returns a resource of any type that is read, or of one that is not. */
    ObjectNode any(int number) {
        return of(chance.of(TYPES), number);
    }

    /** Returns a resource of this type. */
    ObjectNode of(String type, int number) {
        ObjectNode resource = types.object().put("resourceType", type).put("id", "r" + number);
        if (chance.oneIn(2)) {
            resource.set("meta", types.object().put("versionId", "3").put("lastUpdated", "2026-01-14T15:49:00Z"));
        }
        if (chance.oneIn(3)) {
            resource.set("text", types.narrative());
        }
        fill(resource, type);
        return resource;
    }

    private void fill(ObjectNode resource, String type) {
        switch (type) {
            case "Patient" -> patient(resource);
            case "Condition" -> condition(resource);
            case "MedicationRequest" -> medications.request(resource);
            case "MedicationAdministration" -> medications.administration(resource);
            case "MedicationStatement" -> medications.statement(resource);
            case "MedicationDispense" -> medications.dispense(resource);
            case "Medication" -> medications.medication(resource);
            case "Observation" -> observation(resource);
            case "Procedure" -> procedure(resource);
            case "ServiceRequest" -> serviceRequest(resource);
            case "DiagnosticReport" -> diagnosticReport(resource);
            case "Encounter" -> encounter(resource);
            case "CarePlan", "RequestGroup" -> types.common(resource).put("intent", chance.of("plan", "order", "wish"));
            default -> resource.set("name", new ArrayNode(JsonNodeFactory.instance).add(types.object()));
        }
    }

    private void patient(ObjectNode patient) {
        patient.put("birthDate", types.date()).put("gender", chance.of("female", "other", "not a gender"));
        patient.set("name", types.some(() -> types.object().put("family", "Doe")));
        switch (chance.below(3)) {
            case 0 -> patient.put("deceasedBoolean", chance.oneIn(2));
            case 1 -> patient.put("deceasedDateTime", types.date());
            default ->
                patient.set(
                        "link",
                        types.some(
                                () -> types.object().put("type", "replaced-by").set("other", types.reference())));
        }
        types.extensions(patient);
    }

    private void condition(ObjectNode condition) {
        condition.set("clinicalStatus", types.concept());
        condition.set("verificationStatus", types.concept());
        condition.set("category", types.some(types::concept));
        condition.set("code", types.concept());
        condition.set("bodySite", types.some(types::concept));
        condition.set("subject", types.reference());
        types.time(condition, "onset");
        types.time(condition, "abatement");
        condition.put("recordedDate", types.date());
        condition.set("stage", types.some(this::stage));
        types.extensions(condition);
    }

    private ObjectNode stage() {
        ObjectNode stage = types.object();
        stage.set("summary", types.concept());
        if (chance.oneIn(2)) {
            stage.set("assessment", types.some(types::reference));
        }
        return chance.oneIn(2) ? stage : stage.set("type", types.concept());
    }

    private void observation(ObjectNode observation) {
        types.common(observation);
        observation.set("category", types.some(types::concept));
        observation.set("code", types.concept());
        observation.set("focus", types.some(types::reference));
        observation.set("interpretation", types.some(types::concept));
        observation.set("method", types.concept());
        if (chance.oneIn(4)) {
            observation.put("effectiveInstant", "2025-06-30T23:59:59Z");
        } else {
            types.time(observation, "effective");
        }
        value(observation);
        ranges(observation);
        observation.set("component", types.some(this::component));
        observation.set(
                "note",
                types.some(() -> types.object().put("text", types.text()).put("time", "2025")));
    }

    private ObjectNode component() {
        ObjectNode component = types.object().set("code", types.concept());
        value(component);
        ranges(component);
        return component;
    }

    private void ranges(ObjectNode holder) {
        if (chance.oneIn(2)) {
            holder.set(
                    "referenceRange",
                    types.some(() -> types.object()
                            .put("text", types.text())
                            .<ObjectNode>set("low", types.quantity())
                            .set("high", types.quantity())));
        }
    }

    private void value(ObjectNode holder) {
        switch (chance.below(10)) {
            case 0, 1, 2 -> holder.set("valueQuantity", types.quantity());
            case 3 -> holder.set("valueCodeableConcept", types.concept());
            case 4 -> holder.put("valueString", types.text());
            case 5 -> holder.putRawValue("valueInteger", new RawValue(chance.of("1", "-3", "2.0", "1e2")));
            case 6 -> holder.put("valueBoolean", chance.oneIn(2));
            case 7 -> holder.put("valueDateTime", types.date());
            case 8 -> holder.set("valueRatio", types.object().set("numerator", types.quantity()));
            default -> holder.set("dataAbsentReason", types.concept());
        }
    }

    private void procedure(ObjectNode procedure) {
        types.common(procedure);
        procedure.set("statusReason", types.concept());
        procedure.set("category", types.concept());
        procedure.set("code", types.concept());
        types.time(procedure, "performed");
        procedure.set("bodySite", types.some(types::concept));
        procedure.set("reasonCode", types.some(types::concept));
        types.extensions(procedure);
    }

    private void encounter(ObjectNode encounter) {
        types.common(encounter);
        encounter.set("class", types.object().put("code", "IMP"));
        encounter.set("period", types.object().put("start", types.date()).put("end", types.date()));
        ObjectNode stay = types.object().set("dischargeDisposition", types.concept());
        encounter.set("hospitalization", stay.set("admitSource", types.concept()));
    }

    private void serviceRequest(ObjectNode request) {
        types.common(request).put("intent", "order").put("doNotPerform", true).put("authoredOn", types.date());
        request.set("code", types.concept());
        request.set("bodySite", types.some(types::concept));
        request.set("basedOn", types.some(types::reference));
        request.set("supportingInfo", types.some(types::reference));
        types.extensions(request);
    }

    private void diagnosticReport(ObjectNode report) {
        types.common(report).put("conclusion", types.text());
        report.set("category", types.some(types::concept));
        report.set("code", types.concept());
        report.set("conclusionCode", types.some(types::concept));
        types.time(report, "effective");
    }
}
