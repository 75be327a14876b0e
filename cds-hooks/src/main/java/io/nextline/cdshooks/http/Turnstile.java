package io.nextline.cdshooks.http;

import io.nextline.cdshooks.fetch.BusyException;
import io.nextline.cdshooks.fetch.FetchPause;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Lets a bounded number of calls be answered at a time. A few more wait for a moment, and the rest are turned away at once: when
 * more is asked than can be done, what is answered at all is answered quickly. A call that waits for a FHIR server leaves its place
 * to others meanwhile, and goes before all who wait when it comes back. Thread-safe.
 */
final class Turnstile {

    // Whoever comes back goes first, so this is reached only where an evaluation does not end.
    private static final long LONGEST_RETURN_MILLIS = 2_000;

    private final int places;
    private final int seats;
    private final Patience patience;
    private final Pace pace;
    private final Scheduler scheduler;
    private final Outside outside;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Deque<CountDownLatch> returning = new ArrayDeque<>();
    private int inside;
    private int away;

    /**
     * Where those are who have left their place for a while.
     *
     * @param most how many may be away at a time
     * @param threads admit others into the places that they have left
     */
    record Outside(int most, Executor threads) {

        /** Returns that for visitors who never leave. */
        static Outside none() {
            return new Outside(0, Runnable::run);
        }
    }

    /**
     * Makes a turnstile.
     *
     * @param places how many are inside at a time
     * @param seats how many may wait
     * @param patience how long one waits
     * @param scheduler ends the waiting
     * @param outside who may leave for a while
     * @param nanos elapsed nanoseconds from any origin
     */
    Turnstile(int places, int seats, Patience patience, Scheduler scheduler, Outside outside, LongSupplier nanos) {
        this.outside = outside;
        this.pace = new Pace(nanos);
        this.places = places;
        this.seats = seats;
        this.patience = patience;
        this.scheduler = scheduler;
    }

    /** Who wants to pass; either is called once, on some thread. */
    interface Visitor {

        /**
         * Passes. The place is free again when this returns or throws.
         *
         * @param place lets others go first while the visitor waits for something
         */
        void admit(FetchPause place);

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

    /** Returns how many have left their place and are to come back. */
    synchronized int away() {
        return away;
    }

    // The thread that has a place keeps it for those who wait, whatever became of the one before.
    private void admit(Visitor first) {
        RuntimeException failed = null;
        Place place = new Place();
        for (Visitor visitor = first; visitor != null; visitor = place.held ? next() : null) {
            try {
                visitor.admit(place);
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
        takePlace();
        return true;
    }

    private void takePlace() {
        inside++;
        if (inside == places) {
            pace.full();
        }
    }

    private synchronized boolean takesSeat(Visitor visitor) {
        boolean cold = pace.departures() < patience.coldCalls();
        if (waiting.size() == seats || (!cold && pace.millisUntil(waiting.size() + 1) > patience.millis())) {
            return false;
        }
        Waiting seat = new Waiting(visitor);
        long millis = cold ? Math.max(patience.coldMillis(), patience.millis()) : patience.millis();
        seat.end = scheduler.schedule(() -> giveUp(seat), millis, TimeUnit.MILLISECONDS);
        waiting.add(seat);
        return true;
    }

    // Whose place it was has no use for it: it goes to one who comes back, else to one who waits, else it is free.
    private synchronized @Nullable Visitor next() {
        pace.departure(inside == places);
        CountDownLatch back = returning.poll();
        if (back != null) {
            back.countDown();
            return null;
        }
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

    private synchronized @Nullable Visitor leave() {
        if (away == outside.most()) {
            throw new BusyException("too many calls wait for FHIR servers");
        }
        away++;
        return next();
    }

    private void admitElsewhere(Visitor visitor) {
        try {
            outside.threads().execute(() -> admit(visitor));
        } catch (RejectedExecutionException stopping) {
            visitor.turnAway();
            Visitor other = next();
            if (other != null) {
                admitElsewhere(other);
            }
        }
    }

    private synchronized @Nullable CountDownLatch comeBack() {
        away--;
        if (inside < places) {
            takePlace();
            return null;
        }
        CountDownLatch turn = new CountDownLatch(1);
        returning.add(turn);
        return turn;
    }

    private synchronized boolean givesUp(CountDownLatch turn) {
        return returning.remove(turn);
    }

    private static boolean comes(CountDownLatch turn) {
        try {
            return turn.await(LONGEST_RETURN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The place of the thread that admits. */
    private final class Place implements FetchPause {

        private boolean held = true;

        @Override
        public void begin() {
            Visitor other = leave();
            held = false;
            if (other != null) {
                admitElsewhere(other);
            }
        }

        @Override
        public void end() {
            CountDownLatch turn = comeBack();
            if (turn != null && !comes(turn) && givesUp(turn)) {
                throw new BusyException("no place for a call that has waited for a FHIR server");
            }
            held = true;
        }
    }

    private static final class Waiting {

        private final Visitor visitor;
        private Scheduler.@Nullable Task end;

        private Waiting(Visitor visitor) {
            this.visitor = visitor;
        }
    }
}
