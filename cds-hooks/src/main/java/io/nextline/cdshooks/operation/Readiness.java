package io.nextline.cdshooks.operation;

/** Whether the service wants calls. Thread-safe. */
public final class Readiness {

    /** The states of a service's life, in their order. */
    public enum State {
        /** Not warmed up yet. */
        STARTING,
        /** It answers. */
        READY,
        /** It is about to stop, and still answers. */
        STOPPING
    }

    private volatile State state = State.STARTING;

    /** Returns the state. */
    public State state() {
        return state;
    }

    /** Notes that the service answers; a service that is stopping stays so. */
    public synchronized void ready() {
        if (state == State.STARTING) {
            state = State.READY;
        }
    }

    /** Notes that the service is about to stop. */
    public synchronized void stopping() {
        state = State.STOPPING;
    }
}
