package io.nextline.cdshooks.security.jwt;

import io.nextline.cdshooks.security.RefusalCause;

/** Ends the check of a token. Without a stack trace, since refusing must cost nothing. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final RefusalCause cause;

    RefusedException(RefusalCause cause) {
        super(cause.name(), null, false, false);
        this.cause = cause;
    }

    RefusalCause refusal() {
        return cause;
    }
}
