package io.nextline.samples.cli;

import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.ServiceSettings;
import io.nextline.cdshooks.config.OperatedService;
import io.nextline.cdshooks.config.ServiceConfiguration;
import io.nextline.cdshooks.feedback.FeedbackSettings;
import io.nextline.cdshooks.feedback.FeedbackStore;
import io.nextline.cdshooks.http.NextlineServer;
import io.nextline.cdshooks.http.ServerOptions;
import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.core.Nextline;
import io.nextline.core.evidence.EvidenceBase;
import io.nextline.samples.playground.PlaygroundPages;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The CDS Hooks service from its start until it is told to stop. Knows nothing of the command line's library, whose loading it outruns. */
final class ServiceRun {

    private static final int HIGHEST_PORT = 65_535;
    private static final int USUAL_PORT = 8080;
    private static final String REQUEST = "samples/src/main/resources/io/nextline/samples/requests/order-sign.json";

    private final PrintWriter out;
    private final Supplier<Nextline> evidence;

    ServiceRun(PrintWriter out, Supplier<Nextline> evidence) {
        this.out = out;
        this.evidence = evidence;
    }

    /**
     * Serves, and returns the exit code.
     *
     * @throws UsageException if it cannot be served as asked
     */
    int serve(ServeArguments asked) {
        check(asked);
        Path config = asked.config();
        return config == null ? develop(asked) : operate(asked, config);
    }

    private static void check(ServeArguments asked) {
        Integer port = asked.port();
        if (!asked.dev() && asked.config() == null) {
            throw new UsageException(
                    "it is not configured who may call, and without that anybody who reaches the port could send and read"
                            + " patient data. Give --config FILE (--print-config shows what it may hold), or for"
                            + " development on this machine alone start with --dev");
        }
        if (port != null && (port < 0 || port > HIGHEST_PORT)) {
            throw new UsageException("--port takes 0 to " + HIGHEST_PORT + ", not " + port);
        }
    }

    private int develop(ServeArguments asked) {
        int port = asked.port() == null ? USUAL_PORT : asked.port();
        serve(() -> playground(port), port, this::tell);
        return ExitCode.DONE;
    }

    private NextlineServer playground(int chosen) throws IOException {
        Nextline nextline = evidence.get();
        CdsServices services = new CdsServices(nextline, ServiceSettings.of(Clock.system(ZoneId.systemDefault())));
        FeedbackStore feedback = FeedbackSettings.inMemory().store();
        return NextlineServer.develop(
                ServerOptions.development(chosen),
                services,
                feedback,
                handler -> new PlaygroundPages(nextline, feedback, handler));
    }

    private int operate(ServeArguments asked, Path file) {
        @Nullable Integer port = asked.port();
        try {
            ServiceConfiguration configuration = ServiceConfiguration.read(file);
            OperatedService.check(configuration, asked.dev());
            print(configuration);
            int chosen = port == null ? configuration.port() : port;
            serve(
                    () -> OperatedService.start(configuration, asked.dev(), port, services(configuration)),
                    chosen,
                    server -> {
                        out.println("Nextline answers on " + server.base() + ".");
                        out.flush();
                    });
            return ExitCode.DONE;
        } catch (InvalidSettingsException invalid) {
            throw new UsageException("the configuration cannot be used:\n  " + String.join("\n  ", invalid.problems()));
        }
    }

    private void print(ServiceConfiguration configuration) {
        out.println("Settings in force:");
        configuration.effective().forEach((key, value) -> out.println("  " + key + "=" + value));
        out.flush();
    }

    private CdsServices services(ServiceConfiguration configuration) {
        Path folder = configuration.evidence();
        Nextline nextline = folder == null ? evidence.get() : Nextline.of(EvidenceBase.fromDirectory(folder));
        return new CdsServices(nextline, configuration.services());
    }

    /** Starts a server. */
    private interface Start {
        NextlineServer start() throws IOException;
    }

    /** Tells of it. */
    private interface Tell {
        void tell(NextlineServer server);
    }

    private static void serve(Start start, int wanted, Tell tell) {
        // The evidence is still being loaded, on threads of its own.
        NextlineServer.prepare();
        try (NextlineServer server = start.start()) {
            Thread hook = server.closeOnSignal();
            try {
                tell.tell(server);
                server.join();
            } finally {
                NextlineServer.forget(hook);
            }
        } catch (IOException taken) {
            throw new UsageException(
                    "cannot listen on port " + wanted + ", which another program may be using. Choose another"
                            + " with --port, or --port 0 for any that is free");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(NextlineServer server) {
        String base = server.base().toString();
        String services = base + "/cds-services";
        out.println("Nextline answers on " + base + ", this machine only, without authentication.");
        out.println("Playground: " + base + "/");
        out.println("Discovery: " + services);
        out.println("Try it, from the project's folder:");
        out.println("  curl -H 'Content-Type: application/json' -d @" + REQUEST + " \\");
        out.println("    " + services + "/nextline-order-sign");
        out.println("Ctrl-C stops it.");
        out.flush();
    }
}
