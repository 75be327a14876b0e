package io.nextline.cdshooks.feedback;

import java.util.List;

/** Feedback that breaks CDS Hooks; none of the body's is kept. The texts name element and remedy and repeat nothing that was sent. */
public final class InvalidFeedbackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /**
     * Makes an exception.
     *
     * @param problems what is wrong, at least one
     */
    InvalidFeedbackException(List<String> problems) {
        super("the feedback breaks CDS Hooks", null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** Returns what is wrong, one sentence for each element. */
    public List<String> problems() {
        return problems;
    }
}
