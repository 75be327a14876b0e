package io.nextline.cdshooks.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Error bodies: FHIR OperationOutcomes, with texts of our own only. */
final class Outcomes {

    private static final JsonFactory JSON = new JsonFactory();

    private Outcomes() {}

    /** Returns a response with one issue. */
    static HttpResponse of(int status, String code, String diagnostics) {
        return of(status, code, List.of(diagnostics));
    }

    /**
     * Returns a response with an issue for each text.
     *
     * @param code a code of FHIR's issue-type value set
     */
    static HttpResponse of(int status, String code, List<String> diagnostics) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("resourceType", "OperationOutcome");
            json.writeArrayFieldStart("issue");
            for (String text : diagnostics) {
                json.writeStartObject();
                json.writeStringField("severity", "error");
                json.writeStringField("code", code);
                json.writeStringField("diagnostics", text);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory does not fail", impossible);
        }
        return HttpResponse.json(status, bytes.toByteArray());
    }
}
