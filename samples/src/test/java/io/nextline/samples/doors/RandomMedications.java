package io.nextline.samples.doors;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Well-formed Medications and resources that use them, at random. */
final class RandomMedications {

    private final RandomDatatypes types;

    RandomMedications(RandomDatatypes types) {
        this.types = types;
    }

    private void use(ObjectNode use) {
        types.common(use);
        if (types.chance.oneIn(2)) {
            use.set("medicationCodeableConcept", types.concept());
        } else {
            use.set("medicationReference", types.object().put("reference", "#med"));
            use.set("contained", types.some(this::contained));
        }
        types.extensions(use);
    }

    private ObjectNode contained() {
        ObjectNode contained = types.object();
        switch (types.chance.below(5)) {
            case 0 ->
                contained
                        .put("resourceType", "Practitioner")
                        .put("id", "d")
                        .putArray("name")
                        .addObject();
            case 1 -> contained.put("resourceType", "Patient").put("id", "p");
            default -> content(contained.put("resourceType", "Medication").put("id", "med"));
        }
        return contained;
    }

    ObjectNode medication(ObjectNode medication) {
        ObjectNode part = types.object().put("resourceType", "Medication").put("id", "part");
        part.putObject("code").put("text", "cabozantinib");
        medication.putArray("contained").add(part);
        return content(medication);
    }

    private ObjectNode content(ObjectNode medication) {
        medication.put("status", "entered-in-error");
        medication.set("code", types.concept());
        medication.set(
                "ingredient",
                types.some(() -> types.chance.oneIn(2)
                        ? types.object().set("itemCodeableConcept", types.concept())
                        : types.object().set("itemReference", types.reference())));
        return medication;
    }

    private ObjectNode dosage() {
        ObjectNode dosage = types.object().put("sequence", 1).put("text", types.text());
        dosage.set("route", types.concept());
        ObjectNode timing = types.object();
        if (types.chance.oneIn(2)) {
            timing.set("repeat", types.object().set("boundsPeriod", types.period()));
        }
        if (types.chance.oneIn(2)) {
            timing.putArray("event").add(types.date()).add(types.date());
        }
        return types.chance.oneIn(3) ? dosage : dosage.set("timing", timing);
    }

    void request(ObjectNode request) {
        use(request);
        request.put("intent", types.chance.of("order", "plan", "guess"));
        request.put("authoredOn", types.date()).put("doNotPerform", types.chance.oneIn(2));
        request.set("statusReason", types.concept());
        request.set("category", types.some(types::concept));
        request.set("reasonCode", types.some(types::concept));
        request.set("basedOn", types.some(types::reference));
        request.set("supportingInformation", types.some(types::reference));
        request.set("dosageInstruction", types.some(this::dosage));
        request.set("dispenseRequest", types.object().set("validityPeriod", types.period()));
        switch (types.chance.below(3)) {
            case 0 -> request.put("reportedBoolean", types.chance.oneIn(2));
            case 1 -> request.set("reportedReference", types.reference());
            default -> {}
        }
    }

    void administration(ObjectNode given) {
        use(given);
        types.time(given, "effective");
        given.set("category", types.concept());
        given.set("statusReason", types.some(types::concept));
        given.set("reasonCode", types.some(types::concept));
        given.set("dosage", types.object().put("text", types.text()).set("route", types.concept()));
    }

    void statement(ObjectNode statement) {
        use(statement);
        types.time(statement, "effective");
        statement.put("dateAsserted", types.date());
        statement.set("category", types.concept());
        statement.set("statusReason", types.some(types::concept));
        statement.set("dosage", types.some(this::dosage));
    }

    void dispense(ObjectNode dispense) {
        use(dispense);
        dispense.set("category", types.concept());
        dispense.set("statusReasonCodeableConcept", types.concept());
        dispense.put("whenPrepared", types.date());
        if (types.chance.oneIn(2)) {
            dispense.put("whenHandedOver", types.date());
        }
        dispense.set("dosageInstruction", types.some(this::dosage));
    }
}
