package io.nextline.core.fhir;

import java.util.EnumMap;
import java.util.Map;

/** How much of each area of the record was supplied and read. Immutable. */
public final class Coverage {

    /** How much of one area was read. */
    public enum State {
        /** Supplied and read to the end, without an unread page or entry. */
        COMPLETE,
        /** Supplied in part: a page, an entry or a query is missing. */
        PARTIAL,
        /** Not supplied at all. */
        NOT_SUPPLIED
    }

    private final EnumMap<RecordArea, State> states;

    private Coverage(EnumMap<RecordArea, State> states) {
        this.states = states;
    }

    /** Returns a coverage with the given states; an area that is not named was not supplied. */
    public static Coverage of(Map<RecordArea, State> states) {
        EnumMap<RecordArea, State> copy = new EnumMap<>(RecordArea.class);
        for (RecordArea area : RecordArea.values()) {
            State state = states.get(area);
            copy.put(area, state == null ? State.NOT_SUPPLIED : state);
        }
        return new Coverage(copy);
    }

    /** Returns a coverage in which every area has the given state. */
    public static Coverage all(State state) {
        EnumMap<RecordArea, State> copy = new EnumMap<>(RecordArea.class);
        for (RecordArea area : RecordArea.values()) {
            copy.put(area, state);
        }
        return new Coverage(copy);
    }

    /** Returns the state of an area. */
    public State of(RecordArea area) {
        State state = states.get(area);
        return state == null ? State.NOT_SUPPLIED : state;
    }

    /** Returns whether the area was read whole. */
    public boolean isComplete(RecordArea area) {
        return of(area) == State.COMPLETE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Coverage coverage && states.equals(coverage.states);
    }

    @Override
    public int hashCode() {
        return states.hashCode();
    }

    @Override
    public String toString() {
        return states.toString();
    }
}
