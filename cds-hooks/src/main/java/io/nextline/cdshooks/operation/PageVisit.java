package io.nextline.cdshooks.operation;

import io.nextline.cdshooks.page.PageRoute;

/**
 * A page that was asked for. What was asked for is told by its route alone: a path is text of the caller's.
 *
 * @param route which kind of page
 * @param outcome what became of it
 * @param status the HTTP status of the answer
 * @param nanos how long it took, in nanoseconds
 */
public record PageVisit(PageRoute route, Outcome outcome, int status, long nanos) {

    /** What becomes of a request for a page. */
    public enum Outcome {
        /** It was sent. */
        SENT,
        /** The caller's copy is still good. */
        CURRENT,
        /** It is under another name. */
        MOVED,
        /** It is not there. */
        MISSING,
        /** It was asked for in a way that pages do not answer, or it could not be made. */
        REFUSED
    }
}
