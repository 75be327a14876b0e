package io.nextline.core.criterion;

/** Kleene truth, weakest first: {@code and} is the minimum, {@code or} the maximum. */
public enum Truth {
    FALSE("false"),
    UNKNOWN("unknown"),
    TRUE("true");

    private final String id;

    Truth(String id) {
        this.id = id;
    }

    /** Returns the published id. */
    public String id() {
        return id;
    }

    /** Returns TRUE or FALSE. */
    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** Returns the weaker of the two. */
    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Returns the stronger of the two. */
    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Returns the opposite; unknown stays unknown. */
    public Truth not() {
        return switch (this) {
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
            case TRUE -> FALSE;
        };
    }
}
