package io.nextline.samples.junit;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question and what came of it.
 *
 * @param group what it belongs to; JUnit's class name
 * @param name its name within the group
 * @param took how long it took
 * @param problem what went wrong; null where nothing did
 */
public record JUnitCase(
        String group, String name, Duration took, @Nullable Problem problem) {

    /** How a case that did not simply succeed is reported. */
    public enum Kind {
        FAILURE("failure"),
        ERROR("error"),
        SKIPPED("skipped");

        private final String tag;

        Kind(String tag) {
            this.tag = tag;
        }

        String tag() {
            return tag;
        }
    }

    /**
     * Why a case did not succeed.
     *
     * @param kind how it is reported
     * @param message in a few words
     * @param type a word to sort by
     * @param lines in detail; may be empty
     */
    public record Problem(Kind kind, String message, String type, List<String> lines) {

        /** Copies the lines. */
        public Problem {
            lines = List.copyOf(lines);
        }
    }

    boolean is(Kind kind) {
        return problem != null && problem.kind() == kind;
    }
}
