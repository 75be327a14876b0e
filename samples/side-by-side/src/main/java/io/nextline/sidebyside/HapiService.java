package io.nextline.sidebyside;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceJson;
import ca.uhn.hapi.fhir.cdshooks.module.CdsHooksObjectMapperFactory;
import ca.uhn.hapi.fhir.cdshooks.serializer.CdsServiceRequestJsonDeserializer;
import ca.uhn.hapi.fhir.cdshooks.svc.CdsHooksContextBooter;
import ca.uhn.hapi.fhir.cdshooks.svc.CdsServiceRegistryImpl;
import ca.uhn.hapi.fhir.cdshooks.svc.prefetch.CdsPrefetchDaoSvc;
import ca.uhn.hapi.fhir.cdshooks.svc.prefetch.CdsPrefetchFhirClientSvc;
import ca.uhn.hapi.fhir.cdshooks.svc.prefetch.CdsPrefetchSvc;
import ca.uhn.hapi.fhir.cdshooks.svc.prefetch.CdsResolutionStrategySvc;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * One service on HAPI's CDS Hooks registry, on Jetty. It is put together by hand: without Spring's context, a database or a log of the
 * request, all of which HAPI's own starter has, so that it launches and answers as quickly as the registry lets it.
 */
public final class HapiService {

    /** The id that the load generator calls. */
    private static final String ID = "nextline-patient-view";

    private static final String GROUP = "side-by-side";

    private HapiService() {}

    /** Serves on any free port of this machine, prints the address, and runs until the process is ended. */
    public static void main(String[] arguments) throws Exception {
        FhirContext fhir = FhirContext.forR4();
        ObjectMapper json = new CdsHooksObjectMapperFactory(fhir).newMapper();
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new RegistryServlet(registry(fhir, json), json)), "/cds-services/*");
        server.setHandler(context);
        server.start();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(URI.create("http://127.0.0.1:" + connector.getLocalPort()));
        server.join();
    }

    private static CdsServiceRegistryImpl registry(FhirContext fhir, ObjectMapper json) {
        CdsPrefetchSvc prefetch = new CdsPrefetchSvc(
                new CdsResolutionStrategySvc(null),
                new CdsPrefetchDaoSvc(null, null, fhir),
                new CdsPrefetchFhirClientSvc(fhir),
                resource -> {},
                null);
        CdsServiceRegistryImpl registry = new CdsServiceRegistryImpl(
                new CdsHooksContextBooter(), prefetch, json, new CdsServiceRequestJsonDeserializer(fhir, json));
        registry.init();
        registry.registerService(ID, new LookAtTherapy(), description(), false, GROUP);
        return registry;
    }

    private static CdsServiceJson description() {
        CdsServiceJson service = new CdsServiceJson();
        service.setId(ID);
        service.setHook("patient-view");
        service.setTitle("Therapy so far");
        service.setDescription("Tells which systemic therapy a patient with kidney cancer has had");
        service.addPrefetch("patient", "Patient/{{context.patientId}}");
        service.addPrefetch("conditions", "Condition?patient={{context.patientId}}");
        service.addPrefetch("medications", "MedicationRequest?patient={{context.patientId}}");
        return service;
    }
}
