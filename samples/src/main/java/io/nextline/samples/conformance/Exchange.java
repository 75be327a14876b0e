package io.nextline.samples.conformance;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What came back: an answer, or why none came. Immutable. */
final class Exchange {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;
    private final String problem;
    private final Duration took;

    /**
     * Keeps an answer.
     *
     * @param status the HTTP status; 0 where no answer came
     * @param headers the answer's headers
     * @param body the answer's body, which is not changed any more
     * @param problem why no whole answer came; empty where one did
     * @param took from sending to the body's end
     */
    Exchange(int status, HttpHeaders headers, byte[] body, String problem, Duration took) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.problem = problem;
        this.took = took;
    }

    int status() {
        return status;
    }

    String problem() {
        return problem;
    }

    Duration took() {
        return took;
    }

    /** Returns whether there is a body. */
    boolean hasBody() {
        return body.length > 0;
    }

    /** Returns that no answer came. */
    static Exchange none(String problem, Duration took) {
        return new Exchange(0, HttpHeaders.of(Map.of(), (name, value) -> true), new byte[0], problem, took);
    }

    /** Returns the first value of a header, or an empty text. */
    String header(String name) {
        return headers.firstValue(name).orElse("").strip();
    }

    /** Returns whether the media type is JSON. */
    boolean isJsonType() {
        String type = header("Content-Type").toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.startsWith("application/json;");
    }

    /** Returns the body as JSON; missing where it is none, or holds a field twice. */
    JsonNode json() {
        try {
            return problem.isEmpty() ? JSON.readTree(body) : MissingNode.getInstance();
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }

    /** Returns the body as text. */
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Returns whether the status is one of these. */
    boolean is(int... statuses) {
        for (int each : statuses) {
            if (status == each) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the request was refused as the client's fault, other than for who asks. */
    boolean isRefused() {
        return is(400, 422);
    }

    /** Returns the status in words. */
    String words() {
        String location = header("Location");
        if (status >= 300 && status < 400 && !location.isEmpty()) {
            return "status " + status + " to " + Seen.quoted(location);
        }
        return status == 0 ? problem : "status " + status;
    }
}
