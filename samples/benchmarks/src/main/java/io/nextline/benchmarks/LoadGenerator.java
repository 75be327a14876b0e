package io.nextline.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the service in a process of its own, calls it over loopback for a while, tells what that took, and ends it. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Starts the service, calls it over loopback, and prints what an answer costs.")
public final class LoadGenerator implements Callable<Integer> {

    private static final double NANOS_OF_MILLI = 1e6;

    @Option(names = "--jar", description = "The service's runnable jar (${DEFAULT-VALUE}).")
    private Path jar = Path.of("samples", "target", "nextline.jar");

    @Option(names = "--body", description = "What is sent: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private BodyKind body = BodyKind.PLAIN;

    @Option(names = "--clients", description = "How many call at the same time (${DEFAULT-VALUE}).")
    private int clients = 8;

    @Option(names = "--seconds", description = "How long is measured (${DEFAULT-VALUE}).")
    private int seconds = 20;

    @Option(names = "--warm-up", description = "How many seconds are called before (${DEFAULT-VALUE}).")
    private int warmUp = 15;

    @Option(
            names = "--java",
            description = "An option of the service's Java process; may be repeated (${DEFAULT-VALUE}).")
    private List<String> java = List.of("-Xmx128m");

    private final PrintWriter out;

    private LoadGenerator(PrintWriter out) {
        this.out = out;
    }

    /** Runs it; {@code --help} lists the options. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        CommandLine commands = new CommandLine(new LoadGenerator(out));
        System.exit(commands.setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        byte[] request = BenchmarkBodies.request(body);
        long launched = System.nanoTime();
        try (ServiceProcess service = ServiceProcess.start(jar, java)) {
            try (LoopbackClient first = new LoopbackClient(service.base(), request)) {
                requireCard(first.call());
            }
            tell("launch to first answered card: %.2f s", (System.nanoTime() - launched) / NANOS_OF_MILLI / 1000);
            tell("RSS after start: %s MB", resident(service));
            Clients all = new Clients(service.base(), request, clients);
            all.call(Duration.ofSeconds(warmUp));
            measure(service, all);
            tell("RSS after load: %s MB", resident(service));
        }
        return 0;
    }

    private static void requireCard(byte[] answer) throws IOException {
        if (!new String(answer, StandardCharsets.UTF_8).contains("\"summary\"")) {
            throw new IOException("the service answers the body without a card, so there is nothing to measure");
        }
    }

    private void measure(ServiceProcess service, Clients all) throws IOException {
        Measurement measured = Measurement.of(service, all, Duration.ofSeconds(seconds));
        Latencies latencies = measured.latencies();
        tell("%s, %d clients, %d calls in %d s", body, clients, latencies.count(), seconds);
        tell("requests per second: %.0f", measured.perSecond());
        tell("CPU of the service per request: %.3f ms", measured.cpuMillis());
        tell("heap allocated per request: %.2f MB", measured.allocatedOfCall());
        tell(
                "p50 %.2f ms, p95 %.2f ms, p99 %.2f ms",
                latencies.millisAt(0.50), latencies.millisAt(0.95), latencies.millisAt(0.99));
    }

    private static String resident(ServiceProcess service) throws IOException {
        return service.residentMegabytes() + " (highest " + service.highestResidentMegabytes() + ")";
    }

    private void tell(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
