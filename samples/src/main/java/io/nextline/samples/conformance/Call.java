package io.nextline.samples.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request, before it is sent.
 *
 * @param method the HTTP method
 * @param path the path below the base URL
 * @param headers its headers, apart from the user's
 * @param body its body, sent in UTF-8; null for none
 * @param authorised whether the user's token and headers go with it
 */
record Call(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body,
        boolean authorised) {

    static final String ROOT = "/cds-services";
    private static final String CONTENT_TYPE = "Content-Type";

    Call {
        headers = Map.copyOf(headers);
    }

    /** Returns a request without a body. */
    static Call of(String method, String path) {
        return new Call(method, path, Map.of("Accept", "application/json"), null, true);
    }

    /** Returns a POST of JSON. */
    static Call post(String path, Object json) {
        Map<String, String> headers = Map.of("Accept", "application/json", CONTENT_TYPE, "application/json");
        return new Call("POST", path, headers, json.toString(), true);
    }

    /** Returns this with another header. */
    Call with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, path, more, body, authorised);
    }

    /** Returns this with another media type. */
    Call as(String mediaType) {
        return with(CONTENT_TYPE, mediaType);
    }

    /** Returns this without what the user gave to authenticate. */
    Call anonymous() {
        return new Call(method, path, headers, body, false);
    }
}
