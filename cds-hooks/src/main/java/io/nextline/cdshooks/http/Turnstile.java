package io.nextline.cdshooks.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Lets a bounded number of calls be answered at a time. A few more wait for a moment, and the rest are turned away at once: when
 * more is asked than can be done, what is answered at all is answered quickly. Thread-safe.
 */
final class Turnstile {

    private final int places;
    private final int seats;
    private final long longestMillis;
    private final Scheduler scheduler;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int inside;

    /**
     * Makes a turnstile.
     *
     * @param places how many are inside at a time
     * @param seats how many may wait
     * @param longestMillis how long one waits, in milliseconds
     * @param scheduler ends the waiting
     */
    Turnstile(int places, int seats, long longestMillis, Scheduler scheduler) {
        this.places = places;
        this.seats = seats;
        this.longestMillis = longestMillis;
        this.scheduler = scheduler;
    }

    /** Who wants to pass; either is called once, on some thread. */
    interface Visitor {

        /** Passes. The place is free again when this returns or throws. */
        void admit();

        /** May not pass. */
        void turnAway();
    }

    /** Lets the visitor pass on this thread if there is a place; else it waits without a thread, or is turned away. */
    void enter(Visitor visitor) {
        if (takesPlace()) {
            admit(visitor);
        } else if (!takesSeat(visitor)) {
            visitor.turnAway();
        }
    }

    /** Returns how many are inside. */
    synchronized int inside() {
        return inside;
    }

    /** Returns how many wait. */
    synchronized int waiting() {
        return waiting.size();
    }

    // The thread that has a place keeps it for those who wait, whatever became of the one before.
    private void admit(Visitor first) {
        RuntimeException failed = null;
        for (Visitor visitor = first; visitor != null; visitor = next()) {
            try {
                visitor.admit();
            } catch (RuntimeException failure) {
                failed = failed == null ? failure : failed;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private synchronized boolean takesPlace() {
        if (inside == places) {
            return false;
        }
        inside++;
        return true;
    }

    private synchronized boolean takesSeat(Visitor visitor) {
        if (waiting.size() == seats) {
            return false;
        }
        Waiting seat = new Waiting(visitor);
        seat.end = scheduler.schedule(() -> giveUp(seat), longestMillis, TimeUnit.MILLISECONDS);
        waiting.add(seat);
        return true;
    }

    private synchronized @Nullable Visitor next() {
        Waiting seat = waiting.poll();
        if (seat == null) {
            inside--;
            return null;
        }
        if (seat.end != null) {
            seat.end.cancel();
        }
        return seat.visitor;
    }

    private void giveUp(Waiting seat) {
        if (leaves(seat)) {
            seat.visitor.turnAway();
        }
    }

    private synchronized boolean leaves(Waiting seat) {
        return waiting.remove(seat);
    }

    private static final class Waiting {

        private final Visitor visitor;
        private Scheduler.@Nullable Task end;

        private Waiting(Visitor visitor) {
            this.visitor = visitor;
        }
    }
}
