package io.nextline.samples.privacy;

import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.config.ServiceConfiguration;
import io.nextline.cdshooks.feedback.FeedbackDesk;
import io.nextline.cdshooks.http.CdsHooksHandler;
import io.nextline.cdshooks.http.Cors;
import io.nextline.cdshooks.http.NextlineServlet;
import io.nextline.cdshooks.operation.AccessLog;
import io.nextline.cdshooks.operation.CallWatches;
import io.nextline.cdshooks.operation.audit.AuditTrail;
import io.nextline.cdshooks.security.jwt.JwtGate;
import io.nextline.core.Nextline;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A process that runs the configured services as a servlet in a container, until its standard input ends. */
final class CanaryServlet {

    private CanaryServlet() {}

    /** Serves; prints its base URL twice, for want of a port for operators. */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        ServiceConfiguration configuration = ServiceConfiguration.read(file);
        Nextline nextline = Nextline.load();
        CdsServices services = new CdsServices(
                CanaryService.evaluator(nextline, file.resolveSibling(CanaryService.HOLD)),
                nextline.evidence(),
                configuration.services());
        JwtGate gate = new JwtGate(Objects.requireNonNull(configuration.authentication()), Clock.systemUTC());
        try (AuditTrail trail = AuditTrail.open(Objects.requireNonNull(configuration.audit()));
                FeedbackDesk desk = new FeedbackDesk(
                        Objects.requireNonNull(configuration.feedback()).store(), services)) {
            CallWatches watch = new CallWatches(List.of(trail, new AccessLog()));
            serve(new CdsHooksHandler(
                    services,
                    Cors.none(),
                    gate,
                    desk,
                    watch,
                    configuration.limits().client()));
        }
    }

    private static void serve(CdsHooksHandler handler) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new NextlineServlet(handler)), "/*");
        server.setHandler(context);
        server.start();
        for (int i = 0; i < 2; i++) {
            System.out.println("http://127.0.0.1:" + connector.getLocalPort());
        }
        System.out.flush();
        System.in.transferTo(OutputStream.nullOutputStream());
        server.stop();
    }
}
