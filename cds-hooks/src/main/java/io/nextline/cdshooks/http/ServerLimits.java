package io.nextline.cdshooks.http;

import io.nextline.cdshooks.operation.RateLimit;
import java.time.Duration;

/**
 * How much the standalone server takes on.
 *
 * @param connections bounds connections
 * @param evaluations how many calls are evaluated at a time
 * @param fetching how many wait for their clients' FHIR servers at a time, which takes no place from others; further ones get 503
 * @param queue how many wait to be evaluated; further ones get 503
 * @param longestWait how long one waits before it gets 503; one that would wait longer at the present pace gets it at once
 * @param coldWait the same for the first 300 calls, which take longer
 * @param client how often one client may call, by issuer and tenant; above it gets 429
 * @param address how often one address may call, before it is known who calls; above it gets 429
 */
public record ServerLimits(
        ConnectionLimits connections,
        int evaluations,
        int fetching,
        int queue,
        Duration longestWait,
        Duration coldWait,
        RateLimit client,
        RateLimit address) {

    private static final int USUAL_FETCHING = 32;
    private static final int USUAL_QUEUE = 32;
    private static final Duration USUAL_WAIT = Duration.ofMillis(200);
    private static final Duration USUAL_COLD_WAIT = Duration.ofSeconds(2);

    /** Checks that something can be done at all. */
    public ServerLimits {
        if (evaluations < 1 || fetching < 0 || queue < 0 || longestWait.isNegative() || coldWait.isNegative()) {
            throw new IllegalArgumentException("a server needs at least one evaluation at a time");
        }
    }

    /** Returns how many calls are evaluated at a time unless said otherwise: two for each processor. */
    public static int usualEvaluations() {
        return 2 * Runtime.getRuntime().availableProcessors();
    }

    /** Returns the usual limits; a client may call 20 times a second, an address 100 times. */
    public static ServerLimits usual() {
        return new ServerLimits(
                ConnectionLimits.usual(),
                usualEvaluations(),
                USUAL_FETCHING,
                USUAL_QUEUE,
                USUAL_WAIT,
                USUAL_COLD_WAIT,
                new RateLimit(20, 60),
                new RateLimit(100, 200));
    }

    /** Returns limits for development on one machine: as usual, without rates and without counting connections. */
    public static ServerLimits development() {
        return new ServerLimits(
                ConnectionLimits.development(),
                usualEvaluations(),
                USUAL_FETCHING,
                USUAL_QUEUE,
                USUAL_WAIT,
                USUAL_COLD_WAIT,
                RateLimit.none(),
                RateLimit.none());
    }

    /** Returns these limits with another number of places and seats, and another wait. */
    public ServerLimits withEvaluations(int places, int seats, Duration wait) {
        return new ServerLimits(connections, places, fetching, seats, wait, coldWait, client, address);
    }

    /** Returns these limits with other rates. */
    public ServerLimits withRates(RateLimit ofClient, RateLimit ofAddress) {
        return new ServerLimits(connections, evaluations, fetching, queue, longestWait, coldWait, ofClient, ofAddress);
    }

    /** Returns these limits with others for connections. */
    public ServerLimits withConnections(ConnectionLimits others) {
        return new ServerLimits(others, evaluations, fetching, queue, longestWait, coldWait, client, address);
    }

    /** Returns these limits with another number of calls that wait for FHIR servers. */
    public ServerLimits withFetching(int other) {
        return new ServerLimits(connections, evaluations, other, queue, longestWait, coldWait, client, address);
    }
}
