package io.nextline.benchmarks.scenario;

import io.nextline.benchmarks.Clients;
import io.nextline.benchmarks.Latencies;
import io.nextline.benchmarks.ServiceProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** More is sent than can be answered: what is answered is answered in time, the rest is refused at once, and memory stays flat. */
@Command(
        name = "overload",
        mixinStandardHelpOptions = true,
        description = "Measures what the service can answer, then sends several times as much for a while.")
final class Overload implements Callable<Integer> {

    private static final double ACCEPTED_MILLIS = 500;
    private static final double REFUSED_MILLIS = 50;
    private static final double GROWTH_PERCENT = 10;
    private static final int CAPACITY_CLIENTS = 8;

    @Mixin
    private final ServiceUnderLoad load = new ServiceUnderLoad();

    @Option(names = "--seconds", description = "How long too much is sent (${DEFAULT-VALUE}).")
    private int seconds = 60;

    @Option(names = "--factor", description = "How many times the capacity is sent (${DEFAULT-VALUE}).")
    private double factor = 4;

    @Option(names = "--capacity", description = "Calls per second that can be answered; measured if not given.")
    private double capacity;

    @Option(names = "--capacity-seconds", description = "How long the capacity is measured (${DEFAULT-VALUE}).")
    private int capacitySeconds = 10;

    @Option(names = "--connections", description = "Over how many connections (${DEFAULT-VALUE}).")
    private int connections = 128;

    @Override
    public Integer call() throws IOException {
        byte[] request = load.request();
        try (ServiceProcess service = load.start()) {
            double able = capacity > 0 ? capacity : capacity(service, request);
            PacedClients clients = new PacedClients(service.base(), request, connections, factor * able);
            Duration half = Duration.ofSeconds(seconds).dividedBy(2);
            Tally tally = clients.call(half);
            // By now every pool and cache is as full as it gets.
            long before = service.liveKibibytes();
            tally.add(clients.call(half));
            return load.tell(result(service, able, before, tally));
        }
    }

    private double capacity(ServiceProcess service, byte[] request) throws IOException {
        Latencies answered =
                new Clients(service.base(), request, CAPACITY_CLIENTS).call(Duration.ofSeconds(capacitySeconds));
        return (double) answered.count() / capacitySeconds;
    }

    private Result result(ServiceProcess service, double able, long before, Tally tally) throws IOException {
        Result result = new Result("overload, " + connections + " connections, " + seconds + " s")
                .tell("capacity", able, "1/s")
                .tell("wanted", factor * able, "1/s")
                .tell("sent", (double) tally.sent() / seconds, "1/s")
                .tell("sent, as a multiple of the capacity", tally.sent() / able / seconds, "")
                .tell("due while the client still waited, not sent", (double) tally.unsent() / seconds, "1/s");
        for (Map.Entry<Integer, Latencies> status : new TreeMap<>(tally.byStatus()).entrySet()) {
            Latencies took = status.getValue();
            String name = "status " + status.getKey();
            result.tell(name, (double) took.count() / seconds, "1/s")
                    .tell(name + ", p50", took.millisAt(0.5), "ms")
                    .tell(name + ", p99", took.millisAt(0.99), "ms");
        }
        result.promise("accepted, p99", tally.accepted().millisAt(0.99), "ms", ACCEPTED_MILLIS)
                .tell("refused, p50 once the request was sent", tally.refused().millisAt(0.5), "ms")
                .promise(
                        "refused, p95 once the request was sent",
                        tally.refused().millisAt(0.95),
                        "ms",
                        REFUSED_MILLIS)
                .tell("refused, p99 once the request was sent", tally.refused().millisAt(0.99), "ms")
                .promise("calls without an answer", tally.errors(), "", 0)
                .promise("answers that are neither 200, 429 nor 503", odd(tally), "", 0);
        return memory(result, service, before);
    }

    private static Result memory(Result result, ServiceProcess service, long before) throws IOException {
        long after = service.liveKibibytes();
        return result.tell("heap after collection, half-way", before / 1024.0, "MB")
                .tell("heap after collection, at the end", after / 1024.0, "MB")
                .promise("heap after collection, growth", 100.0 * (after - before) / before, "%", GROWTH_PERCENT)
                .tell("resident memory", (double) service.residentMegabytes(), "MB")
                .tell("resident memory, highest", (double) service.highestResidentMegabytes(), "MB");
    }

    private static int odd(Tally tally) {
        return tally.byStatus().entrySet().stream()
                .filter(status -> status.getKey() != 200 && status.getKey() != 429 && status.getKey() != 503)
                .mapToInt(status -> status.getValue().count())
                .sum();
    }
}
