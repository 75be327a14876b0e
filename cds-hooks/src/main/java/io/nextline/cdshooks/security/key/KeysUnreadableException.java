package io.nextline.cdshooks.security.key;

import java.util.List;

/** A key set that cannot be had or used. Its messages are our own; nothing that was received is in them. */
final class KeysUnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    KeysUnreadableException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    KeysUnreadableException(String problem) {
        this(List.of(problem));
    }

    /** Returns what is wrong, one sentence each. */
    List<String> problems() {
        return problems;
    }
}
