package io.nextline.cdshooks.fetch;

import java.io.Serial;

/** A call cannot go on because too many others are under way; it may succeed a moment later. */
public final class BusyException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what there is too much of
     */
    public BusyException(String message) {
        super(message);
    }
}
