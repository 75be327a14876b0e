package io.nextline.cdshooks.operation.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.nextline.cdshooks.CdsService;
import io.nextline.cdshooks.operation.CallAccount;
import io.nextline.cdshooks.operation.CallOutcome;
import io.nextline.cdshooks.operation.CallWatch;
import io.nextline.cdshooks.operation.PageVisit;
import io.nextline.cdshooks.operation.Reading;
import io.nextline.cdshooks.page.PageRoute;
import io.nextline.cdshooks.security.RefusalCause;
import io.nextline.core.evidence.NoCardReason;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Counts calls in a registry. Every meter is made at the start, one for each value of its closed lists, so that no call can add a
 * series, and a call finds its meters without a lock. Thread-safe.
 */
public final class ServiceMetrics implements CallWatch {

    private static final Duration[] LATENCIES = {
        Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25),
        Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500),
                Duration.ofSeconds(1),
        Duration.ofSeconds(3)
    };
    private static final double[] CARDS = {0.5, 1.5, 2.5, 3.5};

    private final MeterRegistry registry;
    private final Map<CdsService, OfService> services = new EnumMap<>(CdsService.class);
    private final Map<RefusalCause, Counter> refusals = new EnumMap<>(RefusalCause.class);
    private final Map<NoCardReason, Counter> reasons = new EnumMap<>(NoCardReason.class);
    private final FetchMeters fetches;

    private final Map<PageRoute, Map<PageVisit.Outcome, Counter>> pages = new EnumMap<>(PageRoute.class);

    private record OfService(Map<CallOutcome, Counter> calls, Timer seconds, DistributionSummary cards) {}

    /**
     * Makes the meters.
     *
     * @param registry holds them; it is the caller's to close
     */
    public ServiceMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.fetches = new FetchMeters(registry);
        for (CdsService service : CdsService.values()) {
            services.put(service, ofService(service));
        }
        for (RefusalCause cause : RefusalCause.values()) {
            refusals.put(
                    cause,
                    counter("nextline.refusals", "Callers refused, by cause")
                            .tag("cause", cause.name())
                            .register(registry));
        }
        for (PageRoute route : PageRoute.values()) {
            pages.put(route, ofPages(route));
        }
        for (NoCardReason reason : NoCardReason.values()) {
            reasons.put(
                    reason,
                    counter("nextline.no.card", "Answers without a card, by reason")
                            .tag("reason", reason.id())
                            .register(registry));
        }
    }

    private Map<PageVisit.Outcome, Counter> ofPages(PageRoute route) {
        Map<PageVisit.Outcome, Counter> counters = new EnumMap<>(PageVisit.Outcome.class);
        for (PageVisit.Outcome outcome : PageVisit.Outcome.values()) {
            counters.put(
                    outcome,
                    counter("nextline.pages", "Evidence pages asked for, by kind and outcome")
                            .tag("route", route.id())
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        return counters;
    }

    private OfService ofService(CdsService service) {
        Map<CallOutcome, Counter> calls = new EnumMap<>(CallOutcome.class);
        for (CallOutcome outcome : CallOutcome.values()) {
            calls.put(
                    outcome,
                    counter("nextline.calls", "Calls, by service and outcome")
                            .tag("service", service.id())
                            .tag("outcome", outcome.id())
                            .register(registry));
        }
        Timer seconds = Timer.builder("nextline.call")
                .description("Time from the head of a call to its answer, for answered calls")
                .tag("service", service.id())
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
        DistributionSummary cards = DistributionSummary.builder("nextline.cards")
                .description("Cards in an answer")
                .tag("service", service.id())
                .serviceLevelObjectives(CARDS)
                .register(registry);
        return new OfService(calls, seconds, cards);
    }

    private static Counter.Builder counter(String name, String description) {
        return Counter.builder(name).description(description);
    }

    /** Adds a number that somebody else keeps; it is asked for when metrics are. */
    public void add(Reading reading) {
        LongSupplier value = reading.value();
        if (reading.counts()) {
            FunctionCounter.builder(reading.name(), value, LongSupplier::getAsLong)
                    .description(reading.description())
                    .register(registry);
        } else {
            Gauge.builder(reading.name(), value::getAsLong)
                    .description(reading.description())
                    .strongReference(true)
                    .register(registry);
        }
    }

    @Override
    public void visited(PageVisit visit) {
        Map<PageVisit.Outcome, Counter> of = pages.get(visit.route());
        if (of != null) {
            increment(of, visit.outcome());
        }
    }

    @Override
    public void ended(CallAccount account) {
        OfService of = services.get(account.service());
        if (of == null) {
            throw new IllegalStateException("every service has its meters");
        }
        increment(of.calls(), account.outcome());
        fetches.count(account);
        if (account.refusal() != null) {
            increment(refusals, account.refusal());
        }
        if (account.outcome().isAnswered()) {
            of.seconds().record(account.nanos(), TimeUnit.NANOSECONDS);
            of.cards().record(account.cardIds().size());
            if (account.noCardReason() != null) {
                increment(reasons, account.noCardReason());
            }
        }
    }

    static <K extends Enum<K>> void increment(Map<K, Counter> counters, K which) {
        Counter counter = counters.get(which);
        if (counter != null) {
            counter.increment();
        }
    }
}
