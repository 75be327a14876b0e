package io.nextline.samples.cli;

/** Arguments that each are right but do not go together, or that name something that is not there. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
