package io.nextline.cdshooks.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes source attributes as JSON. */
final class AttributesJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private AttributesJson() {}

    static void write(String id, String version, List<SourceAttribute> attributes, OutputStream out)
            throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("id", id);
            json.writeStringField("evidenceBase", version);
            json.writeArrayFieldStart("attributes");
            for (SourceAttribute attribute : attributes) {
                json.writeStartObject();
                json.writeNumberField("number", attribute.number());
                json.writeStringField("id", attribute.id());
                json.writeStringField("title", attribute.title());
                json.writeStringField("value", attribute.value());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
