package io.nextline.fhir.server;

import ca.uhn.fhir.rest.server.RestfulServer;
import io.nextline.cdshooks.fetch.LocalAnswer;
import io.nextline.cdshooks.fetch.LocalSource;
import io.nextline.cdshooks.request.AccessToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * A HAPI FHIR server as the source of data for CDS Hooks services in the same process. Each read goes through the server like a
 * request that carries the token of {@code fhirAuthorization}, or none: its interceptors decide what may be seen. It works inside a
 * {@link CdsHooksServlet}, which knows the request that is being answered. Thread-safe.
 */
public final class HostedFhirServer implements LocalSource {

    private static final int UNAVAILABLE = 503;

    /** What the thread is answering. */
    private static final ThreadLocal<@Nullable Exchange> CURRENT = new ThreadLocal<>();

    private final ServerData data;
    private final String base;
    private final String servletPath;

    private record Exchange(HttpServletRequest request, HttpServletResponse response) {}

    /**
     * Makes the source.
     *
     * @param server the FHIR server, which a container has initialised by the time of the first call
     * @param base its base URL as clients name it, for example {@code https://ehr.example.org/fhir}
     * @param servletPath where its servlet is mapped in the application, for example {@code /fhir}
     */
    public HostedFhirServer(RestfulServer server, String base, String servletPath) {
        this.data = new ServerData(server);
        this.base = withoutSlash(base);
        this.servletPath = withoutSlash(servletPath);
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    @Override
    public boolean isAt(String fhirServer) {
        return withoutSlash(fhirServer).equals(base);
    }

    @Override
    public LocalAnswer read(String url, @Nullable AccessToken token) {
        Exchange exchange = CURRENT.get();
        if (exchange == null) {
            return LocalAnswer.refused(UNAVAILABLE);
        }
        String authorization = token == null ? null : token.header();
        InnerRequest request = InnerRequest.with(authorization, exchange.request(), Target.of(servletPath, url));
        return data.get(request, exchange.response());
    }

    /** Says which request the thread answers from now on, until {@link #leave}. */
    static void enter(HttpServletRequest request, HttpServletResponse response) {
        CURRENT.set(new Exchange(request, response));
    }

    /** Says that the thread answers none any more. */
    static void leave() {
        CURRENT.remove();
    }
}
