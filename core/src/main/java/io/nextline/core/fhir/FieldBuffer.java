package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a resource that came before its {@code resourceType}, kept until it is known what they mean. Stores that sort
 * fields by length or name send resources in that order. Fields that no reader knows are not kept.
 */
final class FieldBuffer {

    /** Bytes to keep of one resource. */
    private static final int LARGEST = 4 * 1024 * 1024;

    private static final JsonFactory JSON = new JsonFactory();

    private static final Set<String> KNOWN = Set.of(
            "abatementDateTime",
            "abatementPeriod",
            "adherence",
            "authoredOn",
            "basedOn",
            "birthDate",
            "bodySite",
            "category",
            "clinicalStatus",
            "code",
            "component",
            "conclusion",
            "conclusionCode",
            "contained",
            "dataAbsentReason",
            "dateAsserted",
            "deceasedBoolean",
            "deceasedDateTime",
            "dispenseRequest",
            "doNotPerform",
            "dosage",
            "dosageInstruction",
            "effectiveDateTime",
            "effectiveDosePeriod",
            "effectiveInstant",
            "effectivePeriod",
            "extension",
            "focus",
            "gender",
            "id",
            "ingredient",
            "intent",
            "interpretation",
            "issue",
            "link",
            "medication",
            "medicationCodeableConcept",
            "medicationReference",
            "meta",
            "method",
            "modifierExtension",
            "notPerformedReason",
            "note",
            "occurenceDateTime",
            "occurencePeriod",
            "occurrenceDateTime",
            "occurrencePeriod",
            "onsetDateTime",
            "onsetPeriod",
            "performedDateTime",
            "performedPeriod",
            "reason",
            "reasonCode",
            "recordedDate",
            "referenceRange",
            "renderedDosageInstruction",
            "reported",
            "reportedBoolean",
            "reportedReference",
            "stage",
            "status",
            "statusReason",
            "statusReasonCodeableConcept",
            "subject",
            "supportingInfo",
            "supportingInformation",
            "total",
            "verificationStatus",
            "whenHandedOver",
            "whenPrepared");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final JsonGenerator out;

    private FieldBuffer() throws IOException {
        out = JSON.createGenerator(bytes);
        out.writeStartObject();
    }

    /** Keeps the field at hand, or passes over it, and returns the buffer; null while nothing is kept. */
    static @Nullable FieldBuffer keep(@Nullable FieldBuffer buffer, String name, DatatypeReader in) throws IOException {
        if (!KNOWN.contains(name) && !name.startsWith("value")) {
            in.skip();
            return buffer;
        }
        FieldBuffer kept = buffer == null ? new FieldBuffer() : buffer;
        kept.out.writeFieldName(name);
        kept.copy(in);
        return kept;
    }

    private void copy(DatatypeReader in) throws IOException {
        JsonParser parser = in.parser();
        int open = 0;
        do {
            open += copyToken(parser);
            if (bytes.size() > LARGEST) {
                throw in.setAside(ReadIssue.Kind.NO_RESOURCE_TYPE);
            }
        } while (open > 0 && parser.nextToken() != null);
    }

    // A number is copied as it is written: Jackson's own copying would first turn it into a double.
    private int copyToken(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        switch (token) {
            case START_OBJECT -> out.writeStartObject();
            case END_OBJECT -> out.writeEndObject();
            case START_ARRAY -> out.writeStartArray();
            case END_ARRAY -> out.writeEndArray();
            case FIELD_NAME -> out.writeFieldName(parser.currentName());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> out.writeNumber(parser.getText());
            default -> out.copyCurrentEvent(parser);
        }
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }

    /** Returns a parser before the object of the kept fields; nothing can be kept after that. */
    JsonParser open() throws IOException {
        out.writeEndObject();
        out.close();
        return JSON.createParser(bytes.toByteArray());
    }
}
