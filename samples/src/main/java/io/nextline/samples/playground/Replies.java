package io.nextline.samples.playground;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nextline.cdshooks.http.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The playground's answers, with the headers that keep its page to itself. */
final class Replies {

    /** Reads and writes all of the playground's JSON. */
    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Replies() {}

    static HttpResponse json(byte[] body) {
        return of(200, "application/json", body);
    }

    /** Says what is wrong and what to do. */
    static HttpResponse problem(int status, String problem) {
        return of(status, "application/json", bytes(Map.of("error", problem)));
    }

    static HttpResponse of(int status, String contentType, byte[] body) {
        return HttpResponse.of(status, contentType, body)
                .with("Content-Security-Policy", POLICY)
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer")
                .with("Cross-Origin-Resource-Policy", "same-origin")
                .with("Cross-Origin-Opener-Policy", "same-origin")
                .with("Cache-Control", "no-store");
    }

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory does not fail", impossible);
        }
    }
}
