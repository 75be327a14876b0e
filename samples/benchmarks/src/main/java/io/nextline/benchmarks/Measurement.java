package io.nextline.benchmarks;

import java.io.IOException;
import java.time.Duration;

/**
 * What a service did for clients that called as fast as they were answered.
 *
 * @param latencies how long each call took
 * @param elapsed how long it was called
 * @param cpu the processor time that the service used meanwhile
 * @param allocatedMegabytes the heap that it allocated meanwhile
 */
public record Measurement(Latencies latencies, Duration elapsed, Duration cpu, long allocatedMegabytes) {

    private static final double NANOS_OF_MILLI = 1e6;
    private static final double NANOS_OF_SECOND = 1e9;

    /**
     * Calls a service for a while.
     *
     * @throws IOException if a call fails, or what the service uses cannot be read
     */
    public static Measurement of(ServiceProcess service, Clients clients, Duration time) throws IOException {
        long allocated = service.allocatedMegabytes();
        Duration cpu = service.cpu();
        long start = System.nanoTime();
        Latencies latencies = clients.call(time);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        Duration used = service.cpu().minus(cpu);
        return new Measurement(latencies, elapsed, used, service.allocatedMegabytes() - allocated);
    }

    /** Returns this and another one as one. */
    public Measurement plus(Measurement other) {
        Latencies all = new Latencies();
        all.addAll(latencies);
        all.addAll(other.latencies);
        return new Measurement(
                all, elapsed.plus(other.elapsed), cpu.plus(other.cpu), allocatedMegabytes + other.allocatedMegabytes);
    }

    /** Returns calls per second. */
    public double perSecond() {
        return latencies.count() / (elapsed.toNanos() / NANOS_OF_SECOND);
    }

    /** Returns the processor time of one call, in milliseconds. */
    public double cpuMillis() {
        return cpu.toNanos() / NANOS_OF_MILLI / latencies.count();
    }

    /** Returns the heap allocated for one call, in MB. */
    public double allocatedOfCall() {
        return (double) allocatedMegabytes / latencies.count();
    }
}
