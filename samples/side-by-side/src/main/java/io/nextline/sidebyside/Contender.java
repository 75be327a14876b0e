package io.nextline.sidebyside;

import io.nextline.benchmarks.BenchmarkBodies;
import io.nextline.benchmarks.BodyKind;
import io.nextline.benchmarks.Clients;
import io.nextline.benchmarks.LoopbackClient;
import io.nextline.benchmarks.Measurement;
import io.nextline.benchmarks.ServiceProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the services that are measured, in a process of its own. Not thread-safe. */
final class Contender implements AutoCloseable {

    private static final double NANOS_OF_SECOND = 1e9;

    private final String name;
    private final Start start;
    private final List<Double> launches = new ArrayList<>();
    private @Nullable ServiceProcess service;

    /** Starts the process. */
    @FunctionalInterface
    interface Start {

        ServiceProcess process() throws IOException;
    }

    Contender(String name, Start start) {
        this.name = name;
        this.start = start;
    }

    String name() {
        return name;
    }

    /** Launches the service anew and takes the time until it has answered a call with a card. */
    void launch() throws IOException {
        close();
        long before = System.nanoTime();
        ServiceProcess process = start.process();
        service = process;
        try (LoopbackClient client = new LoopbackClient(process.base(), BenchmarkBodies.request(BodyKind.PLAIN))) {
            requireCard(client.call());
        }
        launches.add((System.nanoTime() - before) / NANOS_OF_SECOND);
    }

    private void requireCard(byte[] answer) throws IOException {
        if (!new String(answer, StandardCharsets.UTF_8).contains("\"summary\"")) {
            throw new IOException(name + " answers the body without a card, so there is nothing to compare");
        }
    }

    /** Returns the median of the launches, in seconds. */
    double launchSeconds() {
        List<Double> sorted = new ArrayList<>(launches);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** Calls without measuring. */
    void warmUp(BodyKind body, int clients, Duration time) throws IOException {
        clients(body, clients).call(time);
    }

    /** Calls for a while. */
    Measurement measure(BodyKind body, int clients, Duration time) throws IOException {
        return Measurement.of(process(), clients(body, clients), time);
    }

    private Clients clients(BodyKind body, int number) {
        return new Clients(process().base(), BenchmarkBodies.request(body), number);
    }

    /** Returns the process. */
    ServiceProcess process() {
        if (service == null) {
            throw new IllegalStateException("launch it first");
        }
        return service;
    }

    @Override
    public void close() {
        if (service != null) {
            service.close();
            service = null;
        }
    }
}
