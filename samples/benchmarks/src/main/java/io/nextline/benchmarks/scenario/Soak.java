package io.nextline.benchmarks.scenario;

import io.nextline.benchmarks.Clients;
import io.nextline.benchmarks.Latencies;
import io.nextline.benchmarks.ServiceProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Calls for a long time: what is left after each collection of garbage does not grow. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = "Calls the service for minutes and reads again and again what a collection of garbage leaves.")
final class Soak implements Callable<Integer> {

    private static final double GROWTH_PERCENT = 10;

    @Mixin
    private final ServiceUnderLoad load = new ServiceUnderLoad();

    @Option(names = "--minutes", description = "How long it is called (${DEFAULT-VALUE}).")
    private double minutes = 10;

    @Option(names = "--readings", description = "How often memory is read meanwhile (${DEFAULT-VALUE}).")
    private int readings = 10;

    @Option(names = "--clients", description = "How many call at the same time (${DEFAULT-VALUE}).")
    private int clients = 4;

    @Override
    public Integer call() throws IOException {
        Duration part = Duration.ofMillis((long) (minutes * 60_000 / readings));
        Result result = new Result("soak, " + clients + " clients, " + minutes + " min");
        try (ServiceProcess service = load.start()) {
            Clients all = new Clients(service.base(), load.request(), clients);
            Latencies latencies = new Latencies();
            long first = service.liveKibibytes();
            long highest = first;
            result.tell("heap after collection, warm", first / 1024.0, "MB");
            for (int i = 1; i <= readings; i++) {
                latencies.addAll(all.call(part));
                long live = service.liveKibibytes();
                highest = Math.max(highest, live);
                result.tell("heap after collection, reading " + i, live / 1024.0, "MB");
            }
            result.promise("highest above the first", 100.0 * (highest - first) / first, "%", GROWTH_PERCENT)
                    .tell("calls", latencies.count(), "")
                    .tell("p50", latencies.millisAt(0.5), "ms")
                    .tell("p99", latencies.millisAt(0.99), "ms")
                    .tell("resident memory", (double) service.residentMegabytes(), "MB")
                    .tell("resident memory, highest", (double) service.highestResidentMegabytes(), "MB");
            return load.tell(result);
        }
    }
}
