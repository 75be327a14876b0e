package io.nextline.core.vocabulary;

/** Why a therapy was stopped. */
public enum StopReason {
    PROGRESSION,
    TOXICITY,
    /** Given to its planned end. */
    COMPLETED,
    /** Stopped by plan before any problem, for example after two years. */
    PLANNED_STOP,
    /** A recorded reason of another kind: refusal, cost, availability, loss to follow-up. */
    OTHER,
    /** What a prescribing system notes when an order is renewed, changed or tidied away: it says nothing of the therapy. */
    ADMINISTRATIVE
}
