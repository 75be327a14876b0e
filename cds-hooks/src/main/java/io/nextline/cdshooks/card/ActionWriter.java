package io.nextline.cdshooks.card;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes the actions of a suggestion as CDS Hooks JSON. */
final class ActionWriter {

    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

    private final JsonGenerator json;

    ActionWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(Action action) throws IOException {
        json.writeStartObject();
        if (action instanceof DeleteAction delete) {
            json.writeStringField("type", "delete");
            json.writeStringField("description", delete.description());
            json.writeStringField("resourceId", delete.resourceId());
        } else if (action instanceof CreateAction create) {
            json.writeStringField("type", "create");
            json.writeStringField("description", create.description());
            json.writeFieldName("resource");
            observation(create.resource());
        }
        json.writeEndObject();
    }

    private void observation(ObservationDraft draft) throws IOException {
        ObservationDraft.Kind kind = draft.kind();
        json.writeStartObject();
        json.writeStringField("resourceType", "Observation");
        json.writeObjectFieldStart("meta");
        json.writeArrayFieldStart("profile");
        json.writeString(kind.profile());
        json.writeEndArray();
        json.writeEndObject();
        // Registered: that it exists and has no result yet. Nothing reads it as a finding before somebody makes it one.
        json.writeStringField("status", "registered");
        if (kind.isSurvey()) {
            json.writeArrayFieldStart("category");
            concept(TERMINOLOGY + "observation-category", "survey", "Survey");
            json.writeEndArray();
        }
        json.writeFieldName("code");
        concept(kind.system(), kind.code(), kind.display());
        references(draft);
        json.writeFieldName("dataAbsentReason");
        concept(TERMINOLOGY + "data-absent-reason", "temp-unknown", "Temporarily Unknown");
        json.writeEndObject();
    }

    private void references(ObservationDraft draft) throws IOException {
        json.writeFieldName("subject");
        reference(draft.subject());
        String focus = draft.focus();
        if (focus != null) {
            json.writeArrayFieldStart("focus");
            reference(focus);
            json.writeEndArray();
        }
    }

    private void reference(String reference) throws IOException {
        json.writeStartObject();
        json.writeStringField("reference", reference);
        json.writeEndObject();
    }

    private void concept(String system, String code, String display) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("coding");
        json.writeStartObject();
        json.writeStringField("system", system);
        json.writeStringField("code", code);
        json.writeStringField("display", display);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }
}
