package io.nextline.cdshooks.operation;

import java.util.List;

/** Watches calls for those who run the service. Needs to be thread-safe and quick: it is called on the request's thread. */
public interface CallWatch {

    /** Returns whether a call may be answered now; false where it could not be recorded, and has to be. */
    default boolean mayAnswer() {
        return true;
    }

    /**
     * Records an answer before it is given. Called for admitted calls whose body was taken in.
     *
     * @return false if it could not be recorded and has to be: the answer is then not given
     */
    default boolean record(CallAccount account) {
        return true;
    }

    /** Takes notice of a call that has ended, whatever became of it. */
    default void ended(CallAccount account) {}

    /** Takes notice of a page that was asked for. */
    default void visited(PageVisit visit) {}

    /** Returns what can be read of it, for metrics. */
    default List<Reading> readings() {
        return List.of();
    }

    /** The service has stopped, no further call comes: writes what it still holds. */
    default void stopped() {}

    /** Watches nothing. */
    static CallWatch none() {
        return new CallWatch() {};
    }
}
