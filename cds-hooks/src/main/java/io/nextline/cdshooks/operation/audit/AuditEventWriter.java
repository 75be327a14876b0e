package io.nextline.cdshooks.operation.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.nextline.cdshooks.operation.CallAccount;
import io.nextline.cdshooks.operation.CallOutcome;
import io.nextline.cdshooks.request.HookContext;
import io.nextline.cdshooks.security.Caller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a call as a FHIR R4 AuditEvent on one line of JSON, in the shape of IHE's Basic Audit Log Patterns, "Privacy Disclosure
 * as recorded by a Recipient": the client is the source of the data, this service their destination. Thread-safe.
 */
final class AuditEventWriter {

    private static final String PROFILE =
            "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PrivacyDisclosure.Recipient";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String ENTITY_TYPE = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String OBJECT_ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final int USUAL_SIZE = 2048;
    // What else a client may have put there, a name for instance, is not for the trail.
    private static final Pattern REFERENCE = Pattern.compile("[A-Z][A-Za-z]{1,63}/[A-Za-z0-9\\-.]{1,64}");

    private final JsonFactory json =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private final String site;

    /**
     * Makes a writer.
     *
     * @param site the name of this service
     */
    AuditEventWriter(String site) {
        this.site = site;
    }

    /** Returns the event as one line, its end included. */
    byte[] write(CallAccount account, Instant recorded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            event(out, account, recorded);
            agents(out, account);
            source(out);
            entities(out, account);
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory does not fail", impossible);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static void event(JsonGenerator out, CallAccount account, Instant recorded) throws IOException {
        out.writeStringField("resourceType", "AuditEvent");
        out.writeObjectFieldStart("meta");
        out.writeArrayFieldStart("profile");
        out.writeString(PROFILE);
        out.writeEndArray();
        out.writeEndObject();
        coding(out, "type", DICOM, "110107", "Import");
        out.writeArrayFieldStart("subtype");
        coding(
                out,
                "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle",
                "disclose",
                "Disclose Record Lifecycle Event");
        coding(out, "https://cds-hooks.org/hooks", account.service().hook().id(), null);
        out.writeEndArray();
        out.writeStringField("action", "C");
        out.writeStringField("recorded", DateTimeFormatter.ISO_INSTANT.format(recorded));
        out.writeStringField("outcome", outcome(account.outcome()));
        out.writeStringField("outcomeDesc", account.outcome().id());
    }

    // Of the value set: 0 success, 4 minor failure (the client's to mend), 8 serious failure (ours).
    private static String outcome(CallOutcome outcome) {
        if (outcome.isAnswered()) {
            return "0";
        }
        return outcome == CallOutcome.FAILED ? "8" : "4";
    }

    private void agents(JsonGenerator out, CallAccount account) throws IOException {
        Caller caller = account.caller();
        HookContext context = account.context();
        out.writeArrayFieldStart("agent");
        if (caller != null) {
            agent(out, "110153", "Source Role ID", caller.issuer(), caller.tenant(), caller.issuer(), false);
        }
        agent(out, "110152", "Destination Role ID", site, null, site, false);
        if (context != null && context.userId() != null) {
            user(out, context.userId());
        }
        out.writeEndArray();
    }

    private static void agent(
            JsonGenerator out,
            String code,
            String display,
            String who,
            @Nullable String tenant,
            String address,
            boolean requestor)
            throws IOException {
        out.writeStartObject();
        type(out, code, display);
        display(out, who);
        if (tenant != null) {
            out.writeStringField("altId", tenant);
        }
        out.writeBooleanField("requestor", requestor);
        out.writeObjectFieldStart("network");
        out.writeStringField("address", address);
        out.writeStringField("type", "5");
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void user(JsonGenerator out, String userId) throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart("type");
        out.writeArrayFieldStart("coding");
        coding(out, "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP", "information recipient");
        out.writeEndArray();
        out.writeEndObject();
        if (REFERENCE.matcher(userId).matches()) {
            reference(out, userId);
        } else {
            display(out, "named by the client, but by no FHIR reference");
        }
        out.writeBooleanField("requestor", true);
        out.writeEndObject();
    }

    private static void type(JsonGenerator out, String code, String display) throws IOException {
        out.writeObjectFieldStart("type");
        out.writeArrayFieldStart("coding");
        coding(out, DICOM, code, display);
        out.writeEndArray();
        out.writeEndObject();
    }

    // The profile wants the observer to be the same as the destination.
    private void source(JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("source");
        out.writeObjectFieldStart("observer");
        out.writeStringField("display", site);
        out.writeEndObject();
        out.writeArrayFieldStart("type");
        coding(out, "http://terminology.hl7.org/CodeSystem/security-source-type", "4", "Application Server");
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void entities(JsonGenerator out, CallAccount account) throws IOException {
        out.writeArrayFieldStart("entity");
        HookContext context = account.context();
        if (context != null) {
            out.writeStartObject();
            reference(out, "what", "Patient/" + context.patientId());
            codes(out, "1", "Person", "1", "Patient");
            out.writeEndObject();
        }
        query(out, account);
        for (String card : account.cardIds()) {
            out.writeStartObject();
            out.writeObjectFieldStart("what");
            out.writeObjectFieldStart("identifier");
            out.writeStringField("system", "urn:ietf:rfc:3986");
            out.writeStringField("value", "urn:uuid:" + card);
            out.writeEndObject();
            out.writeEndObject();
            codes(out, "2", "System Object", "3", "Report");
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void query(JsonGenerator out, CallAccount account) throws IOException {
        out.writeStartObject();
        codes(out, "2", "System Object", "24", "Query");
        String call = "POST /cds-services/" + account.service().id();
        out.writeStringField("query", Base64.getEncoder().encodeToString(call.getBytes(StandardCharsets.UTF_8)));
        out.writeArrayFieldStart("detail");
        detail(out, "request", account.requestId());
        detail(out, "trace", account.trace() == null ? null : account.trace().traceId());
        detail(out, "jti", account.jti());
        detail(out, "evidence", account.evidenceVersion().isEmpty() ? null : account.evidenceVersion());
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void detail(JsonGenerator out, String type, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStartObject();
            out.writeStringField("type", type);
            out.writeStringField("valueString", value);
            out.writeEndObject();
        }
    }

    private static void codes(JsonGenerator out, String type, String typeName, String role, String roleName)
            throws IOException {
        coding(out, "type", ENTITY_TYPE, type, typeName);
        coding(out, "role", OBJECT_ROLE, role, roleName);
    }

    private static void display(JsonGenerator out, String who) throws IOException {
        out.writeObjectFieldStart("who");
        out.writeStringField("display", who);
        out.writeEndObject();
    }

    private static void reference(JsonGenerator out, String id) throws IOException {
        reference(out, "who", id);
    }

    private static void reference(JsonGenerator out, String field, String id) throws IOException {
        out.writeObjectFieldStart(field);
        out.writeStringField("reference", id);
        out.writeEndObject();
    }

    private static void coding(JsonGenerator out, String field, String system, String code, String display)
            throws IOException {
        out.writeFieldName(field);
        coding(out, system, code, display);
    }

    private static void coding(JsonGenerator out, String system, String code, @Nullable String display)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("system", system);
        out.writeStringField("code", code);
        if (display != null) {
            out.writeStringField("display", display);
        }
        out.writeEndObject();
    }
}
