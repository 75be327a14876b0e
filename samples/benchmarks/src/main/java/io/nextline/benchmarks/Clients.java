package io.nextline.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that call the service at the same time, each as fast as it is answered. */
public final class Clients {

    private final URI base;
    private final byte[] body;
    private final int number;

    /**
     * Makes clients.
     *
     * @param base of the service
     * @param body what each sends
     * @param number how many there are
     */
    public Clients(URI base, byte[] body, int number) {
        this.base = base;
        this.body = body;
        this.number = number;
    }

    /**
     * Calls for a while.
     *
     * @return how long each call took
     * @throws IOException if a call fails: what failed is not to be reported as fast
     */
    public Latencies call(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        Callable<Latencies> client = () -> callUntil(end);
        ExecutorService threads = Executors.newFixedThreadPool(number);
        try {
            List<Future<Latencies>> results = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                results.add(threads.submit(client));
            }
            Latencies all = new Latencies();
            for (Future<Latencies> result : results) {
                all.addAll(result.get());
            }
            return all;
        } catch (ExecutionException failure) {
            throw new IOException("a call failed", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while calling", interrupted);
        } finally {
            threads.shutdownNow();
        }
    }

    private Latencies callUntil(long end) throws IOException {
        Latencies latencies = new Latencies();
        try (LoopbackClient client = new LoopbackClient(base, body)) {
            for (long start = System.nanoTime(); start < end; ) {
                client.call();
                long done = System.nanoTime();
                latencies.add(done - start);
                start = done;
            }
        }
        return latencies;
    }
}
