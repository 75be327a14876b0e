package io.nextline.cdshooks.config;

import io.nextline.cdshooks.http.ConnectionLimits;
import io.nextline.cdshooks.http.ServerLimits;
import io.nextline.cdshooks.operation.RateLimit;
import io.nextline.core.fhir.ReadLimits;
import java.time.Duration;
import java.util.List;

/** How much one request may hold, and how much the service takes on at a time. */
final class LimitSection implements Section<LimitSection.Limits> {

    private static final int MIB = 1024 * 1024;
    private static final int MANY = 1_000_000;

    private static final Key<Integer> BODY = new Key<>(
            "limits.body", Kinds.bytes(1024, 15 * MIB), "8 MiB", "largest request body; a larger one gets 413");
    private static final Key<Integer> DEPTH =
            count("limits.json.depth", 512, "64", "objects and arrays within one another; further ones get 400");
    private static final Key<Integer> TEXT =
            count("limits.json.text", 15 * MIB, "1000000", "characters of a text that is read");
    private static final Key<Integer> NAME =
            count("limits.json.name", 64 * 1024, "256", "characters of a field's name");
    private static final Key<Integer> NUMBER =
            count("limits.json.number", 1000, "40", "characters of a number; a longer one sets its resource aside");
    private static final Key<Integer> EXPONENT =
            count("limits.json.exponent", 300, "30", "exponent of a number; a larger one sets its resource aside");
    private static final Key<Integer> TOKENS =
            count("limits.json.tokens", 20 * MANY, "2000000", "JSON tokens of a request");
    private static final Key<Integer> ENTRIES = count("limits.entries", 200_000, "5000", "resources of a request");
    private static final Key<Integer> HEADERS = new Key<>(
            "limits.headers",
            Kinds.bytes(1024, MIB),
            "16 KiB",
            "request head; a larger one gets 431. A token has 8 KiB at most");

    private static final Key<Integer> CONNECTIONS =
            any("limits.connections", "512", "connections at a time; further ones wait. 0 for any number");
    private static final Key<Integer> PER_ADDRESS = any(
            "limits.connections-per-address",
            "64",
            "connections of one address at a time; further ones are closed. 0 for any number, as is usual behind a proxy");
    private static final Key<Integer> ACCEPTS =
            any("limits.accepts-per-second", "200", "new connections in a second; further ones wait. 0 for any number");
    private static final Key<Duration> IDLE = new Key<>(
            "limits.idle",
            Kinds.duration(Duration.ofSeconds(1), Duration.ofHours(1)),
            "15 s",
            "time without a byte after which a connection is closed");
    private static final Key<Integer> RATE = any(
            "limits.body-bytes-per-second",
            "1024",
            "least rate of an arriving body, after 2 s; a slower one gets 408. 0 for any");

    private static final Key<Integer> EVALUATIONS = new Key<>(
            "limits.evaluations", Kinds.count(0, 1024), "0", "calls evaluated at a time; 0 for two of each processor");
    private static final Key<Integer> FETCHING = new Key<>(
            "limits.fetching",
            Kinds.count(0, 1024),
            "32",
            "calls that wait for FHIR servers at a time, beside those evaluated; further ones get 503");
    private static final Key<Integer> QUEUE =
            new Key<>("limits.queue", Kinds.count(0, 10_000), "32", "calls that wait for that; further ones get 503");
    private static final Key<Duration> WAIT = new Key<>(
            "limits.queue-wait",
            Kinds.duration(Duration.ZERO, Duration.ofSeconds(30)),
            "200 ms",
            "how long a call waits before it gets 503; one that would wait longer at the present pace gets it at once");
    private static final Key<Duration> COLD_WAIT = new Key<>(
            "limits.queue-wait-cold",
            Kinds.duration(Duration.ZERO, Duration.ofSeconds(30)),
            "2 s",
            "the same for the first 300 calls after the start, which take longer");
    private static final Key<Integer> CLIENT = any(
            "limits.client.per-second",
            "20",
            "calls of one client, by issuer and tenant; further ones get 429. 0 for any number");
    private static final Key<Integer> CLIENT_BURST =
            count("limits.client.burst", MANY, "60", "calls that it may make at once after a pause");
    private static final Key<Integer> ADDRESS = any(
            "limits.address.per-second",
            "100",
            "requests of one address, before its token is looked at; further ones get 429. 0 for any number, as is usual behind a proxy");
    private static final Key<Integer> ADDRESS_BURST =
            count("limits.address.burst", MANY, "200", "requests that it may make at once after a pause");

    private static Key<Integer> count(String name, int most, String usual, String meaning) {
        return new Key<>(name, Kinds.count(1, most), usual, meaning);
    }

    private static Key<Integer> any(String name, String usual, String meaning) {
        return new Key<>(name, Kinds.count(0, MANY), usual, meaning);
    }

    private final boolean proxied;

    /**
     * Makes the section.
     *
     * @param proxied whether all calls come from a proxy: they are then not counted by address, unless the file says so
     */
    LimitSection(boolean proxied) {
        this.proxied = proxied;
    }

    /**
     * What was read.
     *
     * @param request of one request
     * @param server of all
     */
    record Limits(ReadLimits request, ServerLimits server) {}

    @Override
    public String title() {
        return "Limits";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(
                BODY,
                DEPTH,
                TEXT,
                NAME,
                NUMBER,
                EXPONENT,
                TOKENS,
                ENTRIES,
                HEADERS,
                CONNECTIONS,
                PER_ADDRESS,
                ACCEPTS,
                IDLE,
                RATE,
                EVALUATIONS,
                FETCHING,
                QUEUE,
                WAIT,
                COLD_WAIT,
                CLIENT,
                CLIENT_BURST,
                ADDRESS,
                ADDRESS_BURST);
    }

    @Override
    public Limits read(Values values) {
        ReadLimits request = new ReadLimits(
                values.get(BODY),
                values.get(DEPTH),
                values.get(TEXT),
                values.get(NAME),
                values.get(NUMBER),
                values.get(EXPONENT),
                values.get(TOKENS),
                values.get(ENTRIES));
        return new Limits(request, server(values));
    }

    private ServerLimits server(Values values) {
        ConnectionLimits connections = new ConnectionLimits(
                values.get(CONNECTIONS),
                byAddress(values, PER_ADDRESS),
                values.get(ACCEPTS),
                values.get(IDLE),
                values.get(HEADERS),
                values.get(RATE));
        int evaluations = values.get(EVALUATIONS);
        return new ServerLimits(
                connections,
                evaluations == 0 ? ServerLimits.usualEvaluations() : evaluations,
                values.get(FETCHING),
                values.get(QUEUE),
                values.get(WAIT),
                values.get(COLD_WAIT),
                new RateLimit(values.get(CLIENT), values.get(CLIENT_BURST)),
                new RateLimit(byAddress(values, ADDRESS), values.get(ADDRESS_BURST)));
    }

    private int byAddress(Values values, Key<Integer> key) {
        Key<Integer> behindProxy = new Key<>(key.name(), key.kind(), "0", key.meaning());
        return values.get(proxied ? behindProxy : key);
    }
}
