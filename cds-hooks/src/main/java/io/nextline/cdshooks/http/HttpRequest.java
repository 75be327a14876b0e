package io.nextline.cdshooks.http;

import io.nextline.cdshooks.security.Peer;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request as far as the services care.
 *
 * @param method the method, in upper case
 * @param path the decoded path below the base URL, for example {@code /cds-services/nextline-patient-view}
 * @param headers the headers
 * @param body the body; read only by a call of a service, and never closed
 * @param peer the other end of the connection
 */
public record HttpRequest(String method, String path, Headers headers, InputStream body, Peer peer) {

    /** Request headers, looked up by name in any case. */
    @FunctionalInterface
    public interface Headers {

        /** Returns the values of all headers of this name, as sent and in their order; empty if it was not sent. */
        List<String> all(String name);

        /** Returns the first value of the header, or null if it was not sent. */
        default @Nullable String first(String name) {
            List<String> values = all(name);
            return values.isEmpty() ? null : values.get(0);
        }

        /** Returns the headers of a map. */
        static Headers of(Map<String, String> values) {
            Map<String, String> byName = new TreeMap<>();
            values.forEach((name, value) -> byName.put(name.toLowerCase(Locale.ROOT), value));
            return name -> {
                String value = byName.get(name.toLowerCase(Locale.ROOT));
                return value == null ? List.of() : List.of(value);
            };
        }
    }
}
