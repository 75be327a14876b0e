package io.nextline.samples.cli;

import io.nextline.cdshooks.config.Reference;
import io.nextline.core.Nextline;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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

    private final Console console;

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

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (printConfig) {
            console.out().print(Reference.text());
            console.out().flush();
            return ExitCode.DONE;
        }
        return new ServiceRun(console.out(), Nextline::load).serve(arguments());
    }

    /** Returns what it was asked for. */
    ServeArguments arguments() {
        return new ServeArguments(dev, port, config);
    }
}
