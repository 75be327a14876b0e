package io.nextline.benchmarks.scenario;

import io.nextline.benchmarks.BenchmarkBodies;
import io.nextline.benchmarks.BodyKind;
import io.nextline.benchmarks.Clients;
import io.nextline.benchmarks.ServiceProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that all scenarios have: which service, what it is sent, and how the result is told. */
final class ServiceUnderLoad {

    private static final int WARM_UP_CLIENTS = 8;

    @Option(names = "--jar", description = "The service's runnable jar (${DEFAULT-VALUE}).")
    private Path jar = Path.of("samples", "target", "nextline.jar");

    @Option(names = "--body", description = "What is sent: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private BodyKind body = BodyKind.PLAIN;

    @Option(
            names = "--java",
            description = "An option of the service's Java process; may be repeated (${DEFAULT-VALUE}).")
    private List<String> java = List.of("-Xmx128m");

    @Option(names = "--warm-up", description = "How many seconds are called before (${DEFAULT-VALUE}).")
    private int warmUp = 20;

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    byte[] request() {
        return BenchmarkBodies.request(body);
    }

    /** Starts the service and calls it until it is warm. */
    ServiceProcess start() throws IOException {
        ServiceProcess service = ServiceProcess.start(jar, java);
        try {
            new Clients(service.base(), request(), WARM_UP_CLIENTS).call(Duration.ofSeconds(warmUp));
            return service;
        } catch (IOException failure) {
            service.close();
            throw failure;
        }
    }

    /** Prints the result and returns the exit code. */
    int tell(Result result) throws IOException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        out.println(json ? result.json() : result.table());
        return result.isKept() ? 0 : 1;
    }
}
