package io.nextline.samples.cli;

import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.ServiceSettings;
import io.nextline.cdshooks.config.OperatedService;
import io.nextline.cdshooks.config.Reference;
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
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: the CDS Hooks service, until it is told to stop. */
@Command(
        name = "serve",
        header = "Serves the CDS Hooks services until it is stopped.",
        description = {
            "%nWith --config it serves the clients that the file names, on the address that it names. With --dev it"
                    + " serves this machine alone, without authentication. Ctrl-C or SIGTERM ends it; calls under way are"
                    + " finished first.%n"
        },
        footer = {
            "%nA configuration that cannot be used, or a port that is taken, is wrong usage: exit code 2.",
            "%nExamples:",
            "  nextline serve --dev --port 9000",
            "  nextline serve --print-config > nextline.properties",
            "  nextline serve --config nextline.properties"
        })
final class ServeCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;
    private static final int USUAL_PORT = 8080;
    private static final String REQUEST = "samples/src/main/resources/io/nextline/samples/requests/order-sign.json";

    private final Console console;
    private final Supplier<Nextline> evidence;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port, 8080 if nothing else is given; 0 takes any that is free.")
    private @Nullable Integer port;

    @Option(
            names = "--dev",
            description =
                    "For development: this machine only, callers not authenticated, any web page may read the answers.")
    private boolean dev;

    @Option(names = "--config", paramLabel = "FILE", description = "The configuration, a properties file.")
    private @Nullable Path config;

    @Option(
            names = "--print-config",
            description = "Prints every key of a configuration with its meaning and usual value, and ends.")
    private boolean printConfig;

    ServeCommand(Console console, Supplier<Nextline> evidence) {
        this.console = console;
        this.evidence = evidence;
    }

    @Override
    public Integer call() {
        if (printConfig) {
            console.out().print(Reference.text());
            console.out().flush();
            return ExitCode.DONE;
        }
        check();
        return config == null ? develop() : operate(config);
    }

    private void check() {
        if (!dev && config == null) {
            throw new UsageException(
                    "it is not configured who may call, and without that anybody who reaches the port could send and read"
                            + " patient data. Give --config FILE (--print-config shows what it may hold), or for"
                            + " development on this machine alone start with --dev");
        }
        if (port != null && (port < 0 || port > HIGHEST_PORT)) {
            throw new UsageException("--port takes 0 to " + HIGHEST_PORT + ", not " + port);
        }
    }

    private int develop() {
        int chosen = port == null ? USUAL_PORT : port;
        serve(() -> playground(chosen), chosen, this::tell);
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

    private int operate(Path file) {
        try {
            ServiceConfiguration configuration = ServiceConfiguration.read(file);
            OperatedService.check(configuration, dev);
            print(configuration);
            int chosen = port == null ? configuration.port() : port;
            serve(() -> OperatedService.start(configuration, dev, port, services(configuration)), chosen, server -> {
                console.out().println("Nextline answers on " + server.base() + ".");
                console.out().flush();
            });
            return ExitCode.DONE;
        } catch (InvalidSettingsException invalid) {
            throw new UsageException("the configuration cannot be used:\n  " + String.join("\n  ", invalid.problems()));
        }
    }

    private void print(ServiceConfiguration configuration) {
        console.out().println("Settings in force:");
        configuration.effective().forEach((key, value) -> console.out().println("  " + key + "=" + value));
        console.out().flush();
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
        PrintWriter out = console.out();
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
