package io.nextline.cdshooks.config;

import io.nextline.cdshooks.fetch.BreakerSettings;
import io.nextline.cdshooks.fetch.FetchLimits;
import io.nextline.cdshooks.fetch.FetchSettings;
import io.nextline.cdshooks.fetch.FhirEndpoint;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What may be read from the clients' FHIR servers. Without a server nothing is. */
final class FetchSection implements Section<FetchSettings> {

    private static final int MANY = 10_000;

    private static final Key<URI> BASE = new Key<>(
            "fetch.server.*.base",
            Kinds.url(),
            null,
            "base URL of a FHIR server that may be read from, under a name of yours");
    private static final Key<String> ISSUER = new Key<>(
            "fetch.server.*.issuer",
            Kinds.text(),
            null,
            "the iss of the client whose server it is; development under serve --dev");
    private static final Key<Boolean> PRIVATE = new Key<>(
            "fetch.server.*.allow-private",
            Kinds.flag(),
            "false",
            "whether its address may be a private one, as inside a hospital");
    private static final Key<Duration> SOFT =
            time("fetch.soft-deadline", "400 ms", "from the start of a call until optional data are given up");
    private static final Key<Duration> HARD =
            time("fetch.hard-deadline", "3 s", "from the start of a call until nothing is waited for any more");
    private static final Key<Duration> TOTAL = time("fetch.total", "2 s", "for all fetches of a call together");
    private static final Key<Duration> CONNECT = time("fetch.connect", "500 ms", "for opening one connection");
    private static final Key<Integer> PARALLEL = count("fetch.parallel", 1, 64, "4", "fetches of a call at a time");
    private static final Key<Integer> SEARCHES = count("fetch.searches", 0, MANY, "8", "searches of a call");
    private static final Key<Integer> PAGES = count("fetch.pages", 1, MANY, "5", "pages of one search");
    private static final Key<Integer> PAGE_SIZE = count("fetch.page-size", 1, MANY, "200", "the _count asked for");
    private static final Key<Integer> BYTES = new Key<>(
            "fetch.bytes", Kinds.bytes(1024, 256 * 1024 * 1024), "8 MiB", "bytes of all answers of a call together");
    private static final Key<Integer> MEDICATIONS = count(
            "fetch.medications", 0, MANY, "200", "Medications of a call that are fetched because others refer to them");
    private static final Key<Integer> WINDOW =
            count("fetch.breaker.window", 1, MANY, "20", "latest fetches by which a server is judged");
    private static final Key<Integer> FEWEST =
            count("fetch.breaker.fewest", 1, MANY, "10", "how many there have to be; at most the window");
    private static final Key<Integer> PERCENT =
            count("fetch.breaker.failure-percent", 1, 100, "50", "share of failures from which on it is left alone");
    private static final Key<Duration> PAUSE = new Key<>(
            "fetch.breaker.pause",
            Kinds.duration(Duration.ZERO, Duration.ofHours(1)),
            "30 s",
            "how long it is left alone");

    private static Key<Duration> time(String name, String usual, String meaning) {
        return new Key<>(name, Kinds.duration(Duration.ofMillis(1), Duration.ofMinutes(1)), usual, meaning);
    }

    private static Key<Integer> count(String name, int least, int most, String usual, String meaning) {
        return new Key<>(name, Kinds.count(least, most), usual, meaning);
    }

    @Override
    public String title() {
        return "Fetching from clients' FHIR servers";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(
                BASE,
                ISSUER,
                PRIVATE,
                SOFT,
                HARD,
                TOTAL,
                CONNECT,
                PARALLEL,
                SEARCHES,
                PAGES,
                PAGE_SIZE,
                BYTES,
                MEDICATIONS,
                WINDOW,
                FEWEST,
                PERCENT,
                PAUSE);
    }

    @Override
    public FetchSettings read(Values values) {
        Map<String, List<FhirEndpoint>> endpoints = new TreeMap<>();
        for (String name : values.chosen(List.of(BASE, ISSUER, PRIVATE))) {
            add(values, name, endpoints);
        }
        return FetchSettings.of(endpoints).with(limits(values)).with(breaker(values));
    }

    private static void add(Values values, String name, Map<String, List<FhirEndpoint>> endpoints) {
        URI base = values.find(BASE.of(name));
        String issuer = values.find(ISSUER.of(name));
        boolean allowPrivate = values.get(PRIVATE.of(name));
        if (base == null && !values.has(BASE.of(name))) {
            values.problem(BASE.of(name), "is missing; give the base URL of the FHIR server");
        }
        if (issuer == null) {
            values.problem(ISSUER.of(name), "is missing; give the iss of the client whose server it is");
        }
        if (base == null || issuer == null) {
            return;
        }
        try {
            FhirEndpoint endpoint = new FhirEndpoint(base, allowPrivate);
            endpoints.computeIfAbsent(issuer, any -> new ArrayList<>()).add(endpoint);
        } catch (IllegalArgumentException unusable) {
            values.problem(BASE.of(name), String.valueOf(unusable.getMessage()));
        }
    }

    private static FetchLimits limits(Values values) {
        return new FetchLimits(
                values.get(SOFT),
                values.get(HARD),
                values.get(TOTAL),
                values.get(CONNECT),
                values.get(PARALLEL),
                values.get(SEARCHES),
                values.get(PAGES),
                values.get(PAGE_SIZE),
                values.get(BYTES),
                values.get(MEDICATIONS));
    }

    private static BreakerSettings breaker(Values values) {
        int window = values.get(WINDOW);
        int fewest = values.get(FEWEST);
        if (fewest > window) {
            values.problem(FEWEST, "at most " + WINDOW.name() + ", which is " + window);
        }
        return new BreakerSettings(window, Math.min(fewest, window), values.get(PERCENT), values.get(PAUSE));
    }
}
