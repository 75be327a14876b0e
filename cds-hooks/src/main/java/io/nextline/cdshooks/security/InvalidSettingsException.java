package io.nextline.cdshooks.security;

import java.util.List;

/** Settings that cannot be used: all that is wrong with them at once, each with its field or file and the remedy. */
public final class InvalidSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /**
     * Makes an exception.
     *
     * @param problems what is wrong, at least one
     */
    public InvalidSettingsException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns what is wrong, one sentence each. */
    public List<String> problems() {
        return problems;
    }
}
