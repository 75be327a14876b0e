package io.nextline.cdshooks.security;

import org.jspecify.annotations.Nullable;

/** What a gate decided about a call. */
public sealed interface Admission {

    /**
     * The client may call.
     *
     * @param caller who it has proved to be
     * @param jti its token's id, null unless there is one whose characters are harmless in a log
     */
    record Admitted(Caller caller, @Nullable String jti) implements Admission {

        /** Admits a client that has shown no token. */
        public Admitted(Caller caller) {
            this(caller, null);
        }
    }

    /**
     * The client may not call. It is told nothing of the cause; the log is.
     *
     * @param cause why
     * @param issuer the configured issuer that the token names, null unless it names one; fit for the log
     * @param jti the token's id, given only where its signature was good and its characters are harmless in a log
     */
    record Refused(
            RefusalCause cause,
            @Nullable String issuer,
            @Nullable String jti) implements Admission {

        /** Refuses a client about whom nothing is known. */
        public Refused(RefusalCause cause) {
            this(cause, null, null);
        }
    }
}
