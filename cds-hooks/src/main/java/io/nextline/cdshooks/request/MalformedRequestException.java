package io.nextline.cdshooks.request;

/** A request that breaks CDS Hooks. The message names the field and the remedy and repeats nothing that was sent. */
public final class MalformedRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the field, what is wrong with it and what to send
     */
    public MalformedRequestException(String message) {
        super(message, null, false, false);
    }
}
