package io.nextline.cdshooks.operation.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.nextline.cdshooks.operation.CallAccount;
import io.nextline.cdshooks.operation.FetchOutcome;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts the requests to clients' FHIR servers, by outcome alone: which server it was is nobody's label. Thread-safe. */
final class FetchMeters {

    private static final Duration[] LATENCIES = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2)
    };

    private final Map<FetchOutcome, Counter> outcomes = new EnumMap<>(FetchOutcome.class);
    private final Timer seconds;

    FetchMeters(MeterRegistry registry) {
        for (FetchOutcome outcome : FetchOutcome.values()) {
            outcomes.put(
                    outcome,
                    Counter.builder("nextline.fetches")
                            .description("Requests to clients' FHIR servers, by outcome")
                            .tag("outcome", outcome.id())
                            .register(registry));
        }
        seconds = Timer.builder("nextline.fetch")
                .description("Time of a request to a client's FHIR server that was not dropped")
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
    }

    void count(CallAccount account) {
        for (CallAccount.Fetch fetch : account.fetches()) {
            ServiceMetrics.increment(outcomes, fetch.outcome());
            if (fetch.outcome().isTimed()) {
                seconds.record(fetch.nanos(), TimeUnit.NANOSECONDS);
            }
        }
    }
}
