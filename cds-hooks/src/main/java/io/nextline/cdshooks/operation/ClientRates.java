package io.nextline.cdshooks.operation;

import io.nextline.cdshooks.security.Caller;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Holds each client to its rate, by issuer and tenant. Both come from configured lists, which bounds the table. Thread-safe.
 */
public final class ClientRates {

    private final RateLimit rate;
    private final LongSupplier nanos;
    private final long begin;
    private final Map<Caller, AtomicLong> buckets = new ConcurrentHashMap<>();

    /**
     * Makes rates; every client begins with a full bucket.
     *
     * @param rate the rate of one client
     * @param nanos tells elapsed nanoseconds
     */
    public ClientRates(RateLimit rate, LongSupplier nanos) {
        this.rate = rate;
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
    }

    /** Returns 0 if the client may call, else the nanoseconds until it may. */
    public long take(Caller caller) {
        if (!rate.isOn()) {
            return 0;
        }
        AtomicLong bucket = buckets.computeIfAbsent(caller, any -> new AtomicLong());
        return TokenBuckets.take(bucket, nanos.getAsLong() - begin, rate);
    }
}
