package io.nextline.samples.doors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;

/** Writes FHIR JSON as FHIR XML, value for value, without knowing any definition. */
final class AsXml {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final StringBuilder out = new StringBuilder();

    private AsXml() {}

    static String of(String json) {
        try {
            AsXml xml = new AsXml();
            xml.resource(MAPPER.readTree(json));
            return xml.out.toString();
        } catch (JsonProcessingException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void resource(JsonNode resource) {
        String type = resource.path("resourceType").asText();
        out.append('<').append(type).append(" xmlns=\"http://hl7.org/fhir\">");
        fields(resource);
        out.append("</").append(type).append('>');
    }

    private void fields(JsonNode object) {
        object.properties().forEach(field -> {
            boolean attribute = field.getKey().equals("resourceType")
                    || (field.getKey().equals("url") && !object.has("relation"))
                    || (field.getKey().equals("id") && !object.has("resourceType"));
            if (!attribute) {
                each(field.getKey(), field.getValue());
            }
        });
    }

    private void each(String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(element -> element(name, element));
        } else {
            element(name, value);
        }
    }

    private void element(String name, JsonNode value) {
        out.append('<').append(name);
        if (name.equals("div")) {
            out.append("/>");
        } else if (value.isObject()) {
            object(name, value);
        } else {
            attribute("value", value.asText());
            out.append("/>");
        }
    }

    private void object(String name, JsonNode value) {
        if (name.endsWith("xtension")) {
            attribute("url", value.path("url").asText());
        }
        out.append('>');
        if (value.has("resourceType")) {
            resource(value);
        } else {
            fields(value);
        }
        out.append("</").append(name).append('>');
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || "<>&\"".indexOf(c) >= 0) {
                out.append("&#").append((int) c).append(';');
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
