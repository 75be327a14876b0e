package io.nextline.fhir.server;

import io.nextline.cdshooks.http.CdsHooksHandler;
import io.nextline.cdshooks.http.NextlineServlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The CDS Hooks services as a servlet beside a HAPI FHIR server, whose data they read in the same process; to be mapped to a base path
 * of its own, for example {@code /nextline/*}, for HAPI's own services may be at {@code /cds-services}. Thread-safe.
 */
public final class CdsHooksServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient NextlineServlet services;

    /**
     * Makes a servlet.
     *
     * @param handler answers the requests; its services were made with a {@link HostedFhirServer} as their source
     */
    public CdsHooksServlet(CdsHooksHandler handler) {
        this.services = new NextlineServlet(handler);
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        services.init(config);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        HostedFhirServer.enter(request, response);
        try {
            services.service(request, response);
        } finally {
            HostedFhirServer.leave();
        }
    }
}
