package io.nextline.cdshooks.fetch;

import java.util.BitSet;
import java.util.function.LongSupplier;

/**
 * Leaves a FHIR server alone that fails too often: refuses fetches for a while, then lets one through and goes by how it ends.
 * Each permit is given back as a success, as a failure, or as neither. Thread-safe.
 */
final class CircuitBreaker {

    private final BreakerSettings settings;
    private final LongSupplier nanos;
    private final BitSet failures;
    private int next;
    private int known;
    private boolean open;
    private boolean trying;
    private long openedAt;

    CircuitBreaker(BreakerSettings settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
        this.failures = new BitSet(settings.window());
    }

    /** Returns whether a fetch may go ahead; if so it has to be given back. */
    synchronized boolean acquire() {
        if (!open) {
            return true;
        }
        boolean rested = nanos.getAsLong() - openedAt >= settings.pause().toNanos();
        if (!rested || trying) {
            return false;
        }
        trying = true;
        return true;
    }

    /** Gives back a fetch that the server answered. */
    synchronized void success() {
        if (open) {
            // A late answer to a fetch of before says nothing about now.
            if (trying) {
                close();
            }
        } else {
            note(false);
        }
    }

    /** Gives back a fetch that the server failed. */
    synchronized void failure() {
        if (open) {
            if (trying) {
                open();
            }
            return;
        }
        note(true);
        if (known >= settings.fewest() && failures.cardinality() * 100 >= settings.failurePercent() * known) {
            open();
        }
    }

    /** Gives back a fetch that was given up before it was known how it ends. */
    synchronized void release() {
        trying = false;
    }

    /** Returns whether the server is left alone, or is being tried after that. */
    synchronized boolean isOpen() {
        return open;
    }

    private void note(boolean failed) {
        failures.set(next, failed);
        next = (next + 1) % settings.window();
        known = Math.min(known + 1, settings.window());
    }

    private void open() {
        open = true;
        trying = false;
        openedAt = nanos.getAsLong();
    }

    private void close() {
        open = false;
        trying = false;
        failures.clear();
        next = 0;
        known = 0;
    }
}
