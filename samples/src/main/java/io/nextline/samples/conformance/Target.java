package io.nextline.samples.conformance;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The service to be asked, and how.
 *
 * @param base the base URL; discovery is at {@code cds-services} below it
 * @param token gives the bearer token for the next call; null where no token is sent
 * @param headers further headers of every authorised call
 * @param requests CDS Hooks requests of the user's, as JSON, which are sent to the services of their hooks
 * @param expectsAuthentication whether calls without a token are to be refused
 * @param expectsSystemActions whether actions without a user are agreed on
 * @param origin the web page that asks, for the rules on cross-origin calls
 * @param patience how long one answer may take
 */
public record Target(
        URI base,
        @Nullable Supplier<String> token,
        Map<String, String> headers,
        List<byte[]> requests,
        boolean expectsAuthentication,
        boolean expectsSystemActions,
        String origin,
        Duration patience) {

    /** The web page of the CDS Hooks Sandbox. */
    public static final String SANDBOX = "https://sandbox.cds-hooks.org";

    /** How long an answer may take when nothing else is said. */
    public static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);

    /** Checks the URL and copies the collections. */
    public Target {
        String scheme = String.valueOf(base.getScheme());
        if (!scheme.matches("https?") || base.getHost() == null || base.getQuery() != null) {
            throw new IllegalArgumentException("a base URL is http or https, with a host and without a query");
        }
        headers = Map.copyOf(headers);
        requests = List.copyOf(requests);
    }

    /** Returns the usual way to ask a service that needs no authentication. */
    public static Target of(URI base) {
        return new Target(base, null, Map.of(), List.of(), false, false, SANDBOX, USUAL_PATIENCE);
    }

    /** Returns whether calls carry what authenticates them. */
    boolean authenticates() {
        return token != null || headers.keySet().stream().anyMatch("authorization"::equalsIgnoreCase);
    }

    /** Returns the URL of a path below the base. */
    URI url(String path) {
        String start = base.toString();
        return URI.create((start.endsWith("/") ? start.substring(0, start.length() - 1) : start) + path);
    }
}
