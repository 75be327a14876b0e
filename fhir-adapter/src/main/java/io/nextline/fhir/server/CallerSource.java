package io.nextline.fhir.server;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.nextline.cdshooks.fetch.LocalAnswer;
import io.nextline.cdshooks.fetch.LocalSource;
import io.nextline.cdshooks.request.AccessToken;
import org.jspecify.annotations.Nullable;

/** The server that answers an operation, read with the rights of the operation's caller. */
final class CallerSource implements LocalSource {

    private final ServletRequestDetails request;
    private final ServerData data;

    CallerSource(ServletRequestDetails request) {
        this.request = request;
        this.data = new ServerData(request.getServer());
    }

    @Override
    public boolean isAt(String fhirServer) {
        return fhirServer.equals(request.getFhirServerBase());
    }

    @Override
    public LocalAnswer read(String url, @Nullable AccessToken token) {
        Target target = Target.of(request.getServletRequest().getServletPath(), url);
        return data.get(InnerRequest.asCaller(request.getServletRequest(), target), request.getServletResponse());
    }
}
