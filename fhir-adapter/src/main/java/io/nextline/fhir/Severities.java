package io.nextline.fhir;

import org.jspecify.annotations.Nullable;

/** What a server says of how a request went. */
final class Severities {

    private Severities() {}

    /** Returns whether the severity of an OperationOutcome's issue has nothing to do with success or failure. */
    static boolean isInformation(@Nullable String severity) {
        return "information".equals(severity) || "success".equals(severity);
    }

    /** Returns whether the HTTP status of a Bundle entry's response says that it failed. */
    static boolean isRefusal(@Nullable String status) {
        return status != null && (status.startsWith("4") || status.startsWith("5"));
    }
}
