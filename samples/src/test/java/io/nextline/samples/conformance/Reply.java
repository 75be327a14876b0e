package io.nextline.samples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What the model service answers; its headers may be changed. */
record Reply(int status, Map<String, String> headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Reply json(int status, String body) {
        return new Reply(status, new TreeMap<>(Map.of("Content-Type", "application/json")), body);
    }

    static Reply empty(int status) {
        return new Reply(status, new TreeMap<>(), "");
    }

    static Reply error(int status) {
        return json(
                status,
                "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"invalid\"}]}");
    }

    Reply with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Reply without(String name) {
        headers.remove(name);
        return this;
    }

    Reply body(String other) {
        return new Reply(status, headers, other);
    }

    Reply changed(Consumer<ObjectNode> change) {
        JsonNode json = parsed(body);
        change.accept((ObjectNode) json);
        return body(json.toString());
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (java.io.IOException noJson) {
            return JSON.missingNode();
        }
    }
}
