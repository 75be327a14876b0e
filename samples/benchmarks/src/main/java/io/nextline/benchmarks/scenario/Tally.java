package io.nextline.benchmarks.scenario;

import io.nextline.benchmarks.Latencies;
import java.util.Map;
import java.util.TreeMap;

/** What became of the calls of one client, or of all. Not thread-safe. */
final class Tally {

    private static final int OK = 200;

    private final Map<Integer, Latencies> whole = new TreeMap<>();
    private final Latencies accepted = new Latencies();
    private final Latencies refused = new Latencies();
    private int errors;
    private long unsent;

    /**
     * Adds an answer.
     *
     * @param nanos from the first byte of the request to the last of the answer
     * @param afterRequest from the last byte of the request to the head of the answer
     */
    void answered(int status, long nanos, long afterRequest) {
        whole.computeIfAbsent(status, any -> new Latencies()).add(nanos);
        (status == OK ? accepted : refused).add(status == OK ? nanos : afterRequest);
    }

    /** Adds a call that got no answer. */
    void failed() {
        errors++;
    }

    /** Adds calls that were due while the client still waited for an answer. */
    void unsent(long calls) {
        unsent += calls;
    }

    void add(Tally other) {
        other.whole.forEach((status, latencies) ->
                whole.computeIfAbsent(status, any -> new Latencies()).addAll(latencies));
        accepted.addAll(other.accepted);
        refused.addAll(other.refused);
        errors += other.errors;
        unsent += other.unsent;
    }

    /** Returns how long calls took by their status, from the first byte of the request to the last of the answer. */
    Map<Integer, Latencies> byStatus() {
        return Map.copyOf(new TreeMap<>(whole));
    }

    /** Returns how long calls with status 200 took. */
    Latencies accepted() {
        return accepted;
    }

    /** Returns how long refusals took once the request was sent. */
    Latencies refused() {
        return refused;
    }

    int errors() {
        return errors;
    }

    long unsent() {
        return unsent;
    }

    int sent() {
        return accepted.count() + refused.count() + errors;
    }
}
