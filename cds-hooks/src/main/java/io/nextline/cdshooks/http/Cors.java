package io.nextline.cdshooks.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which web pages may read the answers. Browser clients such as the CDS Hooks Sandbox need it; clients in an EHR's back end do
 * not.
 */
public final class Cors {

    private static final String ANY = "*";

    private final Set<String> origins;

    private Cors(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /** Returns the default: no web page of another origin may. */
    public static Cors none() {
        return new Cors(Set.of());
    }

    /** Returns the policy for development: any web page may. */
    public static Cors anyOrigin() {
        return new Cors(Set.of(ANY));
    }

    /** Returns a policy for the given origins, compared exactly, for example {@code https://sandbox.cds-hooks.org}. */
    public static Cors origins(Set<String> origins) {
        if (origins.contains(ANY)) {
            throw new IllegalArgumentException("name the origins; any origin is for development only");
        }
        return new Cors(origins);
    }

    /** Returns the answer with what the origin may know of it. */
    HttpResponse apply(HttpRequest request, HttpResponse response) {
        if (origins.isEmpty()) {
            return response;
        }
        HttpResponse varied = origins.contains(ANY) ? response : varied(response);
        String allowed = allowed(request.headers().first("Origin"));
        if (allowed == null) {
            return varied;
        }
        HttpResponse open = varied.with("Access-Control-Allow-Origin", allowed)
                .with("Access-Control-Expose-Headers", "ETag, " + CdsHooksHandler.WHY);
        return request.method().equals("OPTIONS") ? preflight(open) : open;
    }

    private static HttpResponse varied(HttpResponse response) {
        String already = response.headers().get("Vary");
        return response.with("Vary", already == null ? "Origin" : already + ", Origin");
    }

    private static HttpResponse preflight(HttpResponse response) {
        return response.with("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS")
                .with("Access-Control-Allow-Headers", "Authorization, Content-Type")
                .with("Access-Control-Max-Age", "600");
    }

    private @Nullable String allowed(@Nullable String origin) {
        if (origins.contains(ANY)) {
            return ANY;
        }
        return origin != null && origins.contains(origin) ? origin : null;
    }
}
