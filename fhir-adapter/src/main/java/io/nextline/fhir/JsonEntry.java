package io.nextline.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nextline.core.fhir.ReadIssue;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one {@code Bundle.entry} or {@code Parameters.parameter}. */
final class JsonEntry {

    private final JsonReading json;
    private final JsonParser parser;
    private @Nullable JsonResource resource;
    private @Nullable String fullUrl;
    private boolean resourceSeen;
    private boolean explained;
    private boolean refused;

    JsonEntry(JsonReading json) {
        this.json = json;
        this.parser = json.parser();
    }

    /** Reads the object at hand to its end. */
    void read() throws IOException {
        int depth = json.depth();
        try {
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                field(name);
            }
            conclude();
        } catch (SetAside problem) {
            json.unwind(depth - 1);
            String type = resource == null ? null : resource.type();
            String id = resource == null ? null : resource.id();
            json.reading().note(problem.kind(), type, id, "Bundle.entry." + problem.element());
        }
    }

    private void field(String name) throws IOException {
        switch (name) {
            case "fullUrl" -> fullUrl = fullUrl();
            case "resource" -> resource();
            case "request", "name" -> {
                // The one is a Bundle's, the other Parameters': a parameter holds a value, parts or a resource.
                explained = true;
                parser.skipChildren();
            }
            case "response" -> response();
            case "modifierExtension" -> modifierExtension();
            case "part" -> parts();
            default -> parser.skipChildren();
        }
    }

    private @Nullable String fullUrl() throws IOException {
        if (fullUrl != null) {
            throw new SetAside(ReadIssue.Kind.DUPLICATE_FIELD, "fullUrl");
        }
        return json.text("fullUrl");
    }

    private void resource() throws IOException {
        if (json.isNull(JsonToken.START_OBJECT, "resource")) {
            return;
        }
        if (resourceSeen) {
            throw new SetAside(ReadIssue.Kind.DUPLICATE_FIELD, "resource");
        }
        resourceSeen = true;
        resource = new JsonObject(json, true).read();
    }

    private void parts() throws IOException {
        if (json.isNull(JsonToken.START_ARRAY, "part")) {
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                new JsonEntry(json).read();
            } else {
                parser.skipChildren();
            }
        }
    }

    private void response() throws IOException {
        if (json.isNull(JsonToken.START_OBJECT, "response")) {
            return;
        }
        explained = true;
        String status = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            if (name.equals("status")) {
                status = json.text("response.status");
            } else {
                parser.skipChildren();
            }
        }
        refused = Severities.isRefusal(status);
    }

    private void modifierExtension() throws IOException {
        JsonToken token = parser.currentToken();
        boolean none = token == JsonToken.VALUE_NULL
                || (token == JsonToken.START_ARRAY && parser.nextToken() == JsonToken.END_ARRAY);
        if (!none) {
            throw new SetAside(ReadIssue.Kind.MODIFIER_EXTENSION, "modifierExtension");
        }
    }

    private void conclude() {
        if (resource != null) {
            json.keep(resource, fullUrl);
        } else if (refused) {
            json.reading().note(ReadIssue.Kind.OPERATION_OUTCOME, null, null, "Bundle.entry.response");
        } else if (!resourceSeen && !explained) {
            json.reading().note(ReadIssue.Kind.NO_RESOURCE_TYPE, null, null, "Bundle.entry.resource");
        }
    }
}
