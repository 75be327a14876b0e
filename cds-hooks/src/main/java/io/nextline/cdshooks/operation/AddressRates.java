package io.nextline.cdshooks.operation;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Holds each address to its rate, before anything costly is done for it. The table has a fixed number of buckets, found by a
 * salted hash, so that callers from any number of addresses take no more memory; two addresses may share one. An IPv6 caller
 * counts by the first 64 bits of its address. Thread-safe.
 */
public final class AddressRates {

    private static final int BUCKETS = 4096;
    private static final int PREFIX_BYTES = 8;
    private static final int SPREAD = 16;

    private final RateLimit rate;
    private final LongSupplier nanos;
    private final long begin;
    private final int salt = ThreadLocalRandom.current().nextInt();
    private final AtomicLong[] buckets;

    /**
     * Makes rates.
     *
     * @param rate the rate of one address
     * @param nanos tells elapsed nanoseconds
     */
    public AddressRates(RateLimit rate, LongSupplier nanos) {
        this.rate = rate;
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
        this.buckets = new AtomicLong[rate.isOn() ? BUCKETS : 0];
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = new AtomicLong();
        }
    }

    /** Returns 0 if the address may call, else the nanoseconds until it may. */
    public long take(InetAddress address) {
        return rate.isOn() ? TokenBuckets.take(buckets[place(address)], nanos.getAsLong() - begin, rate) : 0;
    }

    private int place(InetAddress address) {
        byte[] bytes = address.getAddress();
        int length = address instanceof Inet6Address ? PREFIX_BYTES : bytes.length;
        int hash = salt;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ bytes[i]) * 0x01000193;
        }
        return (hash ^ (hash >>> SPREAD)) & (BUCKETS - 1);
    }
}
