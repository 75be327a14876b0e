package io.nextline.fhir.server;

import io.nextline.cdshooks.fetch.LocalAnswer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads from a FHIR server within its own process, as a request from outside would: routing, authentication, authorisation, consent
 * and every other interceptor see each read, and no connection is opened. Thread-safe.
 */
final class ServerData {

    private static final Logger LOG = LoggerFactory.getLogger(ServerData.class);
    private static final int LARGEST_ANSWER = 32 * 1024 * 1024;
    private static final int FAILED = 500;

    private final HttpServlet server;

    ServerData(HttpServlet server) {
        this.server = server;
    }

    /** Answers one request; a server that fails answers with 500. */
    LocalAnswer get(InnerRequest request, HttpServletResponse outer) {
        InnerResponse response = new InnerResponse(outer, LARGEST_ANSWER);
        try {
            server.service(request, response);
            return response.answer();
        } catch (ServletException | IOException failure) {
            // Its message may repeat what is in the data.
            LOG.warn(
                    "reading the FHIR server's own data failed: {}",
                    failure.getClass().getName());
            return LocalAnswer.refused(FAILED);
        }
    }
}
