package io.nextline.samples.cli;

import io.nextline.cdshooks.http.NextlineServer;
import io.nextline.cdshooks.http.ServerOptions;
import io.nextline.core.Nextline;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: the CDS Hooks service, until it is told to stop. */
@Command(
        name = "serve",
        header = "Serves the CDS Hooks services until it is stopped.",
        description = {
            "%nListens on 127.0.0.1. Ctrl-C or SIGTERM ends it; calls under way are finished first.",
            "Callers cannot be authenticated yet, so it starts with --dev only.%n"
        },
        footer = {
            "%nA port that is taken is wrong usage: exit code 2.",
            "%nExample:",
            "  nextline serve --dev --port 9000"
        })
final class ServeCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;
    private static final String REQUEST = "samples/src/main/resources/io/nextline/samples/requests/order-sign.json";

    private final Console console;
    private final Supplier<Nextline> evidence;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port, 8080 if not given; 0 takes any that is free.")
    private int port = 8080;

    @Option(
            names = "--dev",
            description =
                    "For development: this machine only, callers not authenticated, any web page may read the answers.")
    private boolean dev;

    ServeCommand(Console console, Supplier<Nextline> evidence) {
        this.console = console;
        this.evidence = evidence;
    }

    @Override
    public Integer call() {
        check();
        try (NextlineServer server = start()) {
            // Ends the server on a signal; close waits for the calls under way.
            Thread stop = new Thread(server::close, "nextline-stop");
            Runtime.getRuntime().addShutdownHook(stop);
            tell(server.base().toString());
            server.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE;
    }

    private void check() {
        if (!dev) {
            throw new UsageException(
                    "authentication is not configured yet, and without it anybody who reaches the port could"
                            + " send and read patient data. For development on this machine alone, start with --dev");
        }
        if (port < 0 || port > HIGHEST_PORT) {
            throw new UsageException("--port takes 0 to " + HIGHEST_PORT + ", not " + port);
        }
    }

    private NextlineServer start() {
        try {
            return NextlineServer.start(ServerOptions.development(port), evidence.get());
        } catch (IOException taken) {
            throw new UsageException(
                    "cannot listen on port " + port + ", which another program may be using. Choose another"
                            + " with --port, or --port 0 for any that is free");
        }
    }

    private void tell(String base) {
        String services = base + "/cds-services";
        PrintWriter out = console.out();
        out.println("Nextline answers on " + base + ", this machine only, without authentication.");
        out.println("Discovery: " + services);
        out.println("Try it, from the project's folder:");
        out.println("  curl -H 'Content-Type: application/json' -d @" + REQUEST + " \\");
        out.println("    " + services + "/nextline-order-sign");
        out.println("Ctrl-C stops it.");
        out.flush();
    }
}
