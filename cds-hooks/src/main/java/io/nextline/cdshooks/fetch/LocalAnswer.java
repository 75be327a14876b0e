package io.nextline.cdshooks.fetch;

import org.jspecify.annotations.Nullable;

/** What a {@link LocalSource} says to one query. Immutable, as long as nobody writes into the bytes. */
public final class LocalAnswer {

    private static final int OK = 200;

    private final int status;
    private final byte[] json;

    /**
     * Makes an answer.
     *
     * @param status the HTTP status that a request from outside would have got
     * @param json UTF-8 FHIR JSON where the status is 200; else it is not looked at
     */
    public LocalAnswer(int status, byte[] json) {
        this.status = status;
        this.json = json;
    }

    /** Makes an answer without data. */
    public static LocalAnswer refused(int status) {
        return new LocalAnswer(status, new byte[0]);
    }

    byte[] json() {
        return json;
    }

    /** Returns what hinders the reading of it; null for nothing. */
    @Nullable FetchProblem problem() {
        return switch (status) {
            case OK -> null;
            case 401, 403 -> FetchProblem.REFUSED;
            case 404, 410 -> FetchProblem.NOT_THERE;
            case 502, 503, 504 -> FetchProblem.BUSY;
            default -> FetchProblem.STATUS;
        };
    }

    @Override
    public String toString() {
        return "LocalAnswer[status=" + status + ", bytes=" + json.length + "]";
    }
}
