package io.nextline.samples.playground;

import io.nextline.cdshooks.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps other web pages out. A page of elsewhere can have its own name resolved to this machine, and then its requests name it as
 * their host; or it can send requests here directly, and then they bear its origin.
 */
final class LoopbackGuard {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private LoopbackGuard() {}

    static boolean admits(HttpRequest request) {
        List<String> hosts = request.headers().all("Host");
        if (hosts.size() != 1) {
            return false;
        }
        String host = hosts.get(0).strip().toLowerCase(Locale.ROOT);
        return NAMES.contains(host.replaceFirst(":\\d{1,5}$", "")) && isOwn(request, host);
    }

    private static boolean isOwn(HttpRequest request, String host) {
        boolean sameOrigin = request.headers().all("Origin").stream()
                .allMatch(origin -> origin.toLowerCase(Locale.ROOT).equals("http://" + host));
        // A link may lead to the page from anywhere; what it loads and calls, it loads and calls itself.
        boolean page = request.path().equals("/") && request.method().equals("GET");
        boolean sameSite = page || OWN_SITES.containsAll(request.headers().all("Sec-Fetch-Site"));
        return sameOrigin && sameSite;
    }
}
