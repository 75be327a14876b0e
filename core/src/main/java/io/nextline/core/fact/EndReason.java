package io.nextline.core.fact;

/** Why a line of therapy ended, as far as the record says. */
public enum EndReason {
    PROGRESSION("progression"),
    TOXICITY("toxicity"),
    COMPLETED("completed"),
    PLANNED_STOP("planned-stop"),
    /** Another regimen followed and no reason is recorded. */
    SWITCHED("switched"),
    /** A recorded reason of another kind, such as cost or the patient's wish. */
    OTHER("other"),
    UNKNOWN("unknown"),
    ONGOING("ongoing");

    private final String id;

    EndReason(String id) {
        this.id = id;
    }

    /** Returns the published id. */
    public String id() {
        return id;
    }

    /** Returns whether the record gives a reason other than progression. */
    public boolean isRecordedOtherThanProgression() {
        return this == TOXICITY || this == COMPLETED || this == PLANNED_STOP || this == OTHER;
    }
}
