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

/** Sockets that never finish are held open beside ordinary calls, which hardly notice. */
@Command(
        name = "dribble",
        mixinStandardHelpOptions = true,
        description = "Calls the service without and then with sockets that send a byte now and then.")
final class Dribble implements Callable<Integer> {

    private static final double HEALTHY_MILLIS = 500;

    @Mixin
    private final ServiceUnderLoad load = new ServiceUnderLoad();

    @Option(names = "--sockets", description = "How many dribble (${DEFAULT-VALUE}).")
    private int sockets = 400;

    @Option(names = "--clients", description = "How many call in earnest at the same time (${DEFAULT-VALUE}).")
    private int clients = 4;

    @Option(names = "--seconds", description = "How long is measured, each without and with them (${DEFAULT-VALUE}).")
    private int seconds = 30;

    @Override
    public Integer call() throws IOException {
        Result result =
                new Result("dribble, " + sockets + " sockets beside " + clients + " clients, " + seconds + " s");
        try (ServiceProcess service = load.start()) {
            Clients healthy = new Clients(service.base(), load.request(), clients);
            Duration time = Duration.ofSeconds(seconds);
            tell(result, "without", healthy.call(time));
            try (Dribblers dribblers = new Dribblers(service.base(), sockets)) {
                Latencies beside = healthy.call(time);
                tell(result, "beside them", beside);
                result.promise("healthy calls beside them, p95", beside.millisAt(0.95), "ms", HEALTHY_MILLIS)
                        .tell("sockets open at the end", dribblers.open(), "")
                        .tell("sockets hung up on and connected again", dribblers.hungUp(), "");
            }
            result.tell("resident memory", (double) service.residentMegabytes(), "MB")
                    .tell("resident memory, highest", (double) service.highestResidentMegabytes(), "MB");
            return load.tell(result);
        }
    }

    private void tell(Result result, String when, Latencies calls) {
        result.tell("healthy calls " + when, (double) calls.count() / seconds, "1/s")
                .tell("healthy calls " + when + ", p50", calls.millisAt(0.5), "ms")
                .tell("healthy calls " + when + ", p99", calls.millisAt(0.99), "ms");
    }
}
