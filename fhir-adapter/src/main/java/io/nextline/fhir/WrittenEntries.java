package io.nextline.fhir;

import com.fasterxml.jackson.core.JsonParser;
import io.nextline.core.fhir.RecordArea;
import io.nextline.core.fhir.RecordBuilder;
import io.nextline.core.fhir.RecordReader;
import java.io.IOException;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/** Resources that HAPI parsed one by one, collected as the Bundle that core reads. Not thread-safe: one serves one reading. */
final class WrittenEntries {

    private static final @Nullable RecordArea NOTHING_ASKED_FOR = null;

    private final WrittenJson json;
    private final RecordReader core;

    /**
     * Starts an empty Bundle.
     *
     * @param json takes the Bundle
     * @param core reads it
     */
    WrittenEntries(WrittenJson json, RecordReader core) throws IOException {
        this.json = json;
        this.core = core;
        json.out().writeStartObject();
        json.out().writeStringField("resourceType", "Bundle");
        json.out().writeArrayFieldStart("entry");
    }

    /** Adds a resource under the id and the version with which it came. */
    void entry(IBaseResource resource, JsonResource origin, @Nullable String fullUrl) throws IOException {
        json.out().writeStartObject();
        if (fullUrl != null) {
            json.out().writeStringField("fullUrl", fullUrl);
        }
        json.out().writeFieldName("resource");
        json.writer().resource(resource, origin);
        json.out().writeEndObject();
    }

    /** Ends the Bundle and has core read it. */
    void readInto(RecordBuilder record) throws IOException {
        json.out().writeEndArray();
        json.out().writeEndObject();
        try (JsonParser parser = core.open(json.bytes())) {
            parser.nextToken();
            core.readInto(parser, record, NOTHING_ASKED_FOR);
        }
    }
}
