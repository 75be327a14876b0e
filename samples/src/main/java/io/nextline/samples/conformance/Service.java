package io.nextline.samples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A service as discovery lists it.
 *
 * @param id the last part of its URL
 * @param hook the hook it answers
 * @param prefetch its prefetch templates by their keys
 */
record Service(String id, String hook, Map<String, String> prefetch) {

    /** Returns the service described; its id and hook are known to be texts. */
    static Service of(JsonNode json) {
        Map<String, String> prefetch = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : json.path("prefetch").properties()) {
            if (each.getValue().isTextual()) {
                prefetch.put(each.getKey(), each.getValue().textValue());
            }
        }
        return new Service(json.path("id").textValue(), json.path("hook").textValue(), prefetch);
    }

    /** Returns its path below the base URL. */
    String path() {
        return Call.ROOT + "/" + id;
    }

    /** Returns how results call it. */
    String name() {
        return Seen.quoted(id).replace("\"", "");
    }
}
