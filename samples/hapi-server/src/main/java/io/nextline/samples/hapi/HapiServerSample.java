package io.nextline.samples.hapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.RestfulServer;
import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.ServiceSettings;
import io.nextline.cdshooks.fetch.FetchLimits;
import io.nextline.cdshooks.fetch.FetchSettings;
import io.nextline.cdshooks.http.CdsHooksHandler;
import io.nextline.cdshooks.http.Cors;
import io.nextline.cdshooks.security.ClientGate;
import io.nextline.cdshooks.security.DevelopmentGate;
import io.nextline.core.Nextline;
import io.nextline.fhir.server.CdsHooksServlet;
import io.nextline.fhir.server.EvidenceOperationProvider;
import io.nextline.fhir.server.HostedFhirServer;
import io.nextline.fhir.server.HostileBodyInterceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.hl7.fhir.r4.model.Resource;

/** The server: FHIR at {@code /fhir}, CDS Hooks at {@code /nextline/cds-services}. */
public final class HapiServerSample implements AutoCloseable {

    private static final int USUAL_PORT = 8090;

    // A server in its first minute is slow, and a small one pages often.
    private static final FetchLimits LIMITS = new FetchLimits(
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(1),
            1,
            16,
            100,
            200,
            8 * 1024 * 1024,
            200);

    private final Server jetty = new Server();
    private final ServerConnector connector = new ServerConnector(jetty);

    private HapiServerSample(int port) throws Exception {
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        jetty.addConnector(connector);
        connector.open();
    }

    /**
     * Starts the server.
     *
     * @param port where to listen; 0 for any free port
     * @param clock tells the day of evaluation
     * @throws Exception if the port is taken, or the server cannot start
     */
    public static HapiServerSample start(int port, Clock clock) throws Exception {
        return start(port, clock, List.of());
    }

    /** Starts the server with further interceptors. */
    static HapiServerSample start(int port, Clock clock, List<Object> interceptors) throws Exception {
        return start(port, clock, interceptors, SamplePatients.all(FhirContext.forR4Cached()));
    }

    /** Starts the server with further interceptors and resources of its own. */
    static HapiServerSample start(int port, Clock clock, List<Object> interceptors, List<Resource> resources)
            throws Exception {
        HapiServerSample sample = new HapiServerSample(port);
        RestfulServer fhir = new SampleFhirServer(FhirContext.forR4Cached(), resources);
        interceptors.forEach(fhir::registerInterceptor);
        ServiceSettings settings =
                ServiceSettings.of(clock).with(FetchSettings.off().with(LIMITS));
        ServletContextHandler application = new ServletContextHandler("/");
        ServletHolder holder = new ServletHolder(fhir);
        holder.setInitOrder(1);
        application.addServlet(holder, "/fhir/*");
        String fhirBase = sample.fhirBase();
        // tag::plugin[]
        Nextline nextline = Nextline.load();
        fhir.registerProvider(new EvidenceOperationProvider(nextline, clock)); // Patient/[id]/$evidence
        fhir.registerInterceptor(new HostileBodyInterceptor()); // judges bodies before HAPI parses them

        HostedFhirServer data =
                new HostedFhirServer(fhir, fhirBase, "/fhir"); // read in this process, with the caller's token
        CdsServices services = new CdsServices(nextline, settings, data);
        ClientGate gate = new DevelopmentGate(); // this machine only; in use: JwtGate, or ContainerGate
        CdsHooksServlet hooks = new CdsHooksServlet(new CdsHooksHandler(services, Cors.none(), gate));
        application.addServlet(new ServletHolder(hooks), "/nextline/*"); // discovery at /nextline/cds-services
        // end::plugin[]
        sample.jetty.setHandler(application);
        sample.jetty.start();
        return sample;
    }

    /** Returns the base URL of the FHIR server. */
    public String fhirBase() {
        return "http://127.0.0.1:" + connector.getLocalPort() + "/fhir";
    }

    /** Returns the URL of CDS Hooks discovery. */
    public String cdsServices() {
        return "http://127.0.0.1:" + connector.getLocalPort() + "/nextline/cds-services";
    }

    /**
     * Stops the server.
     *
     * @throws IllegalStateException if it does not stop in order
     */
    @Override
    public void close() {
        try {
            jetty.stop();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            throw new IllegalStateException("the server did not stop in order", failure);
        }
    }

    /**
     * Starts the server and stays until it is ended.
     *
     * @param arguments the port, or nothing
     * @throws Exception if the server cannot start
     */
    public static void main(String[] arguments) throws Exception {
        int port = arguments.length == 0 ? USUAL_PORT : Integer.parseInt(arguments[0]);
        HapiServerSample sample = start(port, Clock.system(ZoneId.systemDefault()));
        System.out.println("FHIR at " + sample.fhirBase() + ", CDS Hooks at " + sample.cdsServices());
        System.out.println("Try: curl '" + sample.fhirBase() + "/Patient/patient-d028ecc6/$evidence'");
        sample.jetty.join();
    }
}
