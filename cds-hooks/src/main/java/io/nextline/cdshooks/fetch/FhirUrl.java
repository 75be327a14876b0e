package io.nextline.cdshooks.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An http or https URL taken apart, in the one spelling that can be compared: lower-case scheme and host, the port always given,
 * a path without empty, dot or encoded segments. Whatever could be read in two ways is no such URL.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the name or address in lower case; an IPv6 address in brackets
 * @param port 1 to 65535
 * @param path empty, or with a slash at the start and none at the end
 * @param query the query as sent, or null
 */
record FhirUrl(
        String scheme,
        String host,
        int port,
        String path,
        @Nullable String query) {

    private static final int LONGEST = 8192;

    /** Returns the URL, or null for one that is not absolute, not http, or could be read in two ways. */
    static @Nullable FhirUrl parse(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            return of(new URI(text));
        } catch (URISyntaxException notAUrl) {
            return null;
        }
    }

    private static @Nullable FhirUrl of(URI uri) {
        if (uri.getScheme() == null || uri.isOpaque() || uri.getRawFragment() != null || uri.getHost() == null) {
            return null;
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        int port = uri.getPort() == -1 ? defaultPort(scheme) : uri.getPort();
        String written = uri.getPort() == -1 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
        // User information, an empty port and a port with leading zeros all differ here.
        boolean plainAuthority = written.equals(uri.getRawAuthority());
        String path = plainPath(uri.getRawPath());
        if (port < 1 || port > 65535 || !plainAuthority || !isPlainHost(host) || path == null) {
            return null;
        }
        return new FhirUrl(scheme, host, port, path, uri.getRawQuery());
    }

    private static int defaultPort(String scheme) {
        return switch (scheme) {
            case "https" -> 443;
            case "http" -> 80;
            default -> -1;
        };
    }

    // A name with a final dot is another name to certificates and lists; a zone is for link-local addresses only.
    private static boolean isPlainHost(String host) {
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) > 0x7e || host.charAt(i) == '%') {
                return false;
            }
        }
        return !host.endsWith(".");
    }

    private static @Nullable String plainPath(String raw) {
        String path = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
        if (path.isEmpty()) {
            return path;
        }
        for (String segment : path.substring(1).split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..") || !isPlain(segment)) {
                return null;
            }
        }
        return path;
    }

    // Servers differ in when they decode, so an encoded character may become a dot or a slash later.
    private static boolean isPlain(String segment) {
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c > 0x7e || c == '%' || c == ';' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the other URL has the same origin and a path at or below this one's. */
    boolean covers(FhirUrl other) {
        return scheme.equals(other.scheme)
                && host.equals(other.host)
                && port == other.port
                && (other.path.equals(path) || other.path.startsWith(path + "/"));
    }

    boolean isHttps() {
        return scheme.equals("https");
    }

    /** Returns the URL of something below this one. */
    FhirUrl below(String pathAndQuery) {
        int mark = pathAndQuery.indexOf('?');
        return mark < 0
                ? new FhirUrl(scheme, host, port, path + "/" + pathAndQuery, null)
                : new FhirUrl(
                        scheme,
                        host,
                        port,
                        path + "/" + pathAndQuery.substring(0, mark),
                        pathAndQuery.substring(mark + 1));
    }

    /** Returns a URL that a server gave for its next page: relative ones are meant from here; null if it leads elsewhere. */
    @Nullable FhirUrl page(String link) {
        int colon = link.indexOf(':');
        int mark = link.indexOf('?');
        boolean relative = !link.startsWith("/") && (colon < 0 || (mark >= 0 && mark < colon));
        FhirUrl url = parse(relative ? this + "/" + link : link);
        return url != null && covers(url) ? url : null;
    }

    /** Returns the URL with another host, which keeps everything else. */
    FhirUrl at(String address) {
        return new FhirUrl(scheme, address, port, path, query);
    }

    URI uri() {
        return URI.create(toString());
    }

    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port + path + (query == null ? "" : "?" + query);
    }
}
