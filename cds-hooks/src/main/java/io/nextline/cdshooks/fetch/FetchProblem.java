package io.nextline.cdshooks.fetch;

import io.nextline.cdshooks.operation.FetchOutcome;

/** Why data could not be fetched from the client's FHIR server. The texts name what an integrator can do; none repeats input. */
public enum FetchProblem {
    /** The request's server is not on the site's list. */
    NOT_ALLOWED("fhirServer is not among the FHIR bases that the site allows for this client"),
    /** There is no token, or none that may be used for this patient. */
    NO_TOKEN("fhirAuthorization has no bearer token that is valid for the patient of the context"),
    /** The token's scopes do not cover the resource. */
    NO_SCOPE("the scope of fhirAuthorization does not cover the resource"),
    /** The patient's id cannot stand in a URL. */
    UNSUITABLE_ID("the patient's id cannot be put into a URL"),
    /** The host is not known, or is at an address that must not be called. */
    ADDRESS("the host of fhirServer has no address that may be called"),
    /** No connection, or one that broke. */
    UNREACHABLE("fhirServer could not be reached"),
    /** 401 or 403. */
    REFUSED("fhirServer refused the token"),
    /** 404 or 410. */
    NOT_THERE("fhirServer does not know the resource"),
    /** 502, 503 or 504, which another try may mend. */
    BUSY("fhirServer was not available"),
    /** Any other status; redirects are not followed. */
    STATUS("fhirServer did not answer with status 200"),
    /** No FHIR JSON, or FHIR JSON that is not what was asked for. */
    NOT_FHIR("fhirServer did not answer with the FHIR JSON that was asked for"),
    /** Compressed although that was not asked for. */
    ENCODED("fhirServer sent a Content-Encoding that was not asked for"),
    /** More than is taken in one call. */
    TOO_LARGE("fhirServer sent more data than is taken in one call"),
    /** No time left. */
    TOO_SLOW("fhirServer did not answer in time"),
    /** More searches than one call may make. */
    TOO_MANY("one call would have needed too many searches"),
    /** The server failed often of late and is left alone for a while. */
    SUSPENDED("fhirServer failed repeatedly and is not asked for a while");

    private final String text;

    FetchProblem(String text) {
        this.text = text;
    }

    /** Returns the problem in words for an integrator. */
    public String text() {
        return text;
    }

    /** Returns how a request ended that came to this. */
    FetchOutcome outcome() {
        return switch (this) {
            case REFUSED -> FetchOutcome.REFUSED;
            case NOT_THERE -> FetchOutcome.NOT_THERE;
            case BUSY -> FetchOutcome.BUSY;
            case UNREACHABLE -> FetchOutcome.UNREACHABLE;
            case TOO_SLOW -> FetchOutcome.TOO_SLOW;
            case SUSPENDED -> FetchOutcome.SUSPENDED;
            default -> FetchOutcome.UNUSABLE;
        };
    }

    /** Returns whether the server is to blame, in the way that repeating makes worse: it counts towards leaving it alone. */
    boolean isFailureOfServer() {
        return this == UNREACHABLE || this == BUSY || this == TOO_SLOW;
    }

    /** Returns whether the same request may succeed a moment later. */
    boolean isWorthARetry() {
        return this == UNREACHABLE || this == BUSY;
    }
}
