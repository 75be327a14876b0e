package io.nextline.cdshooks.fetch;

import org.jspecify.annotations.Nullable;

/** What one fetch brought: JSON in bytes, or the problem that stands in its way. */
final class Payload {

    private final byte @Nullable [] json;
    private final @Nullable FetchProblem problem;

    private Payload(byte @Nullable [] json, @Nullable FetchProblem problem) {
        this.json = json;
        this.problem = problem;
    }

    static Payload of(byte[] json) {
        return new Payload(json, null);
    }

    static Payload of(FetchProblem problem) {
        return new Payload(null, problem);
    }

    /** Returns the bytes; null exactly if there is a problem. */
    byte @Nullable [] json() {
        return json;
    }

    /** Returns the problem; null exactly if there are bytes. */
    @Nullable FetchProblem problem() {
        return problem;
    }
}
