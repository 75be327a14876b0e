package io.nextline.sidebyside;

import ca.uhn.hapi.fhir.cdshooks.api.ICdsServiceRegistry;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Hands calls to HAPI's registry, and its answers back, with as little in between as there can be. */
final class RegistryServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ICdsServiceRegistry registry;
    private final transient ObjectMapper json;

    RegistryServlet(ICdsServiceRegistry registry, ObjectMapper json) {
        this.registry = registry;
        this.json = json;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String service = request.getPathInfo().substring(1);
        CdsServiceResponseJson answer = registry.callService(service, json.readTree(request.getInputStream()));
        byte[] body = json.writeValueAsBytes(answer);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
