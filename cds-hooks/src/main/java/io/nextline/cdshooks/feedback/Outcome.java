package io.nextline.cdshooks.feedback;

import org.jspecify.annotations.Nullable;

/** What became of a card; one that is ignored is never reported. */
public enum Outcome {
    /** At least one of its suggestions was taken. */
    ACCEPTED("accepted"),
    /** It was dismissed, with or without a reason. */
    OVERRIDDEN("overridden");

    private final String code;

    Outcome(String code) {
        this.code = code;
    }

    /** Returns the outcome of this code, or null if there is none. */
    public static @Nullable Outcome of(String code) {
        for (Outcome outcome : values()) {
            if (outcome.code.equals(code)) {
                return outcome;
            }
        }
        return null;
    }

    /** Returns the code of CDS Hooks. */
    public String code() {
        return code;
    }
}
