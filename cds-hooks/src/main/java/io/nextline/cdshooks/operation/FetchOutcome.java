package io.nextline.cdshooks.operation;

/** How one request to a client's FHIR server ended. A closed list, since metrics have a series for each. */
public enum FetchOutcome {
    /** It answered with what can be read. */
    FETCHED("fetched"),
    /** It refused the token. */
    REFUSED("refused"),
    /** It does not know the resource. */
    NOT_THERE("not-there"),
    /** It was not available: 502, 503 or 504. */
    BUSY("busy"),
    /** There was no connection, or one that broke. */
    UNREACHABLE("unreachable"),
    /** It did not answer in time. */
    TOO_SLOW("too-slow"),
    /** It answered otherwise than it may: another status, another type, an encoding, too much. */
    UNUSABLE("unusable"),
    /** It was given up because the call had no use or no time for it any more; nothing is said of the server. */
    DROPPED("dropped"),
    /** It was not made, because the server failed too often of late. */
    SUSPENDED("suspended");

    private final String id;

    FetchOutcome(String id) {
        this.id = id;
    }

    /** Returns the outcome as metrics name it. */
    public String id() {
        return id;
    }

    /** Returns whether a request was made that ran to its end, so that its time tells something. */
    public boolean isTimed() {
        return this != DROPPED && this != SUSPENDED;
    }
}
