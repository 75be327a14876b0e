package io.nextline.cdshooks.fetch;

import io.nextline.cdshooks.operation.CallAccount;
import io.nextline.cdshooks.operation.FetchOutcome;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The fetches of one call that are under way. Used by the thread of the call; only the arrivals come from others. */
final class Traffic {

    /** A fetch that has ended. */
    record Arrival(Query query, CompletableFuture<HttpResponse<Payload>> fetch, Payload payload, boolean mayRetry) {}

    private final FhirClient client;
    private final Source source;
    private final CallAccount account;
    private final AtomicLong bytesLeft;
    private final Map<Query, Flight> underWay = new LinkedHashMap<>();
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

    private record Flight(CompletableFuture<HttpResponse<Payload>> fetch, long start) {}

    /**
     * Makes the traffic of a call.
     *
     * @param account notes how each fetch ended
     * @param bytes what all answers together may have
     */
    Traffic(FhirClient client, Source source, CallAccount account, long bytes) {
        this.client = client;
        this.source = source;
        this.account = account;
        this.bytesLeft = new AtomicLong(bytes);
    }

    int size() {
        return underWay.size();
    }

    /** Returns whether a fetch is under way that fits. */
    boolean any(Predicate<Query> which) {
        return underWay.keySet().stream().anyMatch(which);
    }

    /** Sends the query's next page on its way; false if the server is to be left alone. */
    boolean start(Query query, Duration left) {
        if (!source.breaker().acquire()) {
            account.fetched(FetchOutcome.SUSPENDED, 0);
            return false;
        }
        CompletableFuture<HttpResponse<Payload>> fetch =
                client.get(source.call(query.url()), source.token(), account.trace(), left, bytesLeft);
        underWay.put(query, new Flight(fetch, System.nanoTime()));
        // The arrival is all there is to wait for.
        CompletableFuture<HttpResponse<Payload>> unused =
                fetch.whenComplete((response, failure) -> arrivals.add(arrival(query, fetch, response, failure)));
        return true;
    }

    private static Arrival arrival(
            Query query,
            CompletableFuture<HttpResponse<Payload>> fetch,
            @Nullable HttpResponse<Payload> response,
            @Nullable Throwable failure) {
        if (response != null) {
            // A server that names a time to come back is not asked again before.
            boolean retry = response.headers().firstValue("Retry-After").isEmpty();
            return new Arrival(query, fetch, response.body(), retry);
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        boolean slow = cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException);
        FetchProblem problem = slow ? FetchProblem.TOO_SLOW : FetchProblem.UNREACHABLE;
        return new Arrival(query, fetch, Payload.of(problem), true);
    }

    /** Waits for a fetch to end; null if none does in time. */
    @Nullable Arrival next(Duration wait) throws InterruptedException {
        long until = System.nanoTime() + wait.toNanos();
        for (long left = wait.toNanos(); left >= 0; left = until - System.nanoTime()) {
            Arrival arrival = arrivals.poll(left, TimeUnit.NANOSECONDS);
            if (arrival == null) {
                return null;
            }
            Flight flight = underWay.get(arrival.query());
            if (flight != null && flight.fetch() == arrival.fetch()) {
                underWay.remove(arrival.query());
                note(flight, arrival.payload().problem());
                return arrival;
            }
        }
        return null;
    }

    private void note(Flight flight, @Nullable FetchProblem problem) {
        account.fetched(problem == null ? FetchOutcome.FETCHED : problem.outcome(), System.nanoTime() - flight.start());
        if (problem != null && problem.isFailureOfServer()) {
            source.breaker().failure();
        } else {
            source.breaker().success();
        }
    }

    /**
     * Closes the connections of the fetches that fit and forgets them.
     *
     * @param serverIsSlow whether it is the server's fault
     */
    void drop(Predicate<Query> which, boolean serverIsSlow) {
        underWay.entrySet().removeIf(entry -> {
            boolean dropped = which.test(entry.getKey());
            if (dropped) {
                Flight flight = entry.getValue();
                flight.fetch().cancel(true);
                entry.getKey().failed(FetchProblem.TOO_SLOW);
                account.fetched(
                        serverIsSlow ? FetchOutcome.TOO_SLOW : FetchOutcome.DROPPED,
                        System.nanoTime() - flight.start());
                giveBack(serverIsSlow);
            }
            return dropped;
        });
    }

    private void giveBack(boolean serverIsSlow) {
        if (serverIsSlow) {
            source.breaker().failure();
        } else {
            source.breaker().release();
        }
    }
}
