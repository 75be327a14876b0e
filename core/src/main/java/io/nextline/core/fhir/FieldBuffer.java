package io.nextline.core.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
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
        if (bytes.size() > LARGEST) {
            throw in.setAside(ReadIssue.Kind.NO_RESOURCE_TYPE);
        }
        JsonTokens tokens = in.tokens();
        if (in.at(JsonToken.START_OBJECT)) {
            out.writeStartObject();
            for (String name = in.nextField(); name != null; name = in.nextField()) {
                out.writeFieldName(name);
                copy(in);
            }
            out.writeEndObject();
        } else if (in.at(JsonToken.START_ARRAY)) {
            out.writeStartArray();
            while (in.nextElement()) {
                copy(in);
            }
            out.writeEndArray();
        } else if (in.at(JsonToken.VALUE_STRING)) {
            out.writeString(in.wholeText());
        } else {
            // Numbers and literals are copied as they are written.
            out.writeRawValue(tokens.text());
        }
    }

    /** Returns the tokens of the kept fields, with the first of them next; nothing can be kept after that. */
    JsonTokens open(ReadLimits limits) throws IOException {
        out.writeEndObject();
        out.close();
        Utf8JsonParser kept = new Utf8JsonParser(bytes.toByteArray(), bytes.size(), limits);
        kept.nextToken();
        return kept;
    }
}
