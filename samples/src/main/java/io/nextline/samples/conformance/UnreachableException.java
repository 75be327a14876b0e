package io.nextline.samples.conformance;

/** Nothing answers at the URL. The message says why, in words for the user. */
public final class UnreachableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreachableException(String problem) {
        super(problem);
    }
}
