package io.nextline.cdshooks.operation;

import java.util.Locale;

/** How a call of a service ended: a closed list, so that logs and metrics can be counted by it. */
public enum CallOutcome {
    /** Answered with cards. */
    CARDS,
    /** Answered without a card, and with the reason. */
    NO_CARD,
    /** Feedback was kept. */
    FEEDBACK,
    /** Feedback could not be kept: its store cannot be written. */
    NOT_KEPT,
    /** The body breaks CDS Hooks, FHIR's JSON or a limit of reading. */
    MALFORMED,
    /** A resource names another patient than the context. */
    WRONG_PATIENT,
    /** Required data are missing. */
    DATA_MISSING,
    /** The client has not proved who it is. */
    NOT_AUTHENTICATED,
    /** The body is larger than allowed. */
    TOO_LARGE,
    /** Another media type or encoding than plain JSON. */
    UNSUPPORTED,
    /** The body arrived too slowly. */
    TOO_SLOW,
    /** The connection ended before the body had arrived. */
    ABORTED,
    /** The client, by its issuer and tenant, calls more often than allowed. */
    THROTTLED_CLIENT,
    /** The address calls more often than allowed. */
    THROTTLED_ADDRESS,
    /** There was no place to answer it, nor to wait. */
    BUSY,
    /** What is needed to check callers cannot be had. */
    CHECK_UNAVAILABLE,
    /** The audit trail cannot be written, and the service is told not to answer without it. */
    NOT_RECORDED,
    /** The service failed. */
    FAILED;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Returns the name in logs and metrics. */
    public String id() {
        return id;
    }

    /** Returns whether the client got what it asked for. */
    public boolean isAnswered() {
        return this == CARDS || this == NO_CARD;
    }
}
