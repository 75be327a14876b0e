package io.nextline.cdshooks.http;

import io.nextline.cdshooks.request.HeldBody;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Takes in the body of one call as it arrives. No thread waits for it, so that clients which send slowly cost memory for what
 * they have sent and nothing else.
 */
final class BodyIntake implements Invocable.Task {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Request request;
    private final HeldBody body;
    private final Taker taker;
    private final long leastBytesPerSecond;
    private final long start = System.nanoTime();

    /**
     * Makes an intake.
     *
     * @param leastBytesPerSecond the rate at which the body has to arrive, after two seconds; 0 for any
     */
    BodyIntake(Request request, HeldBody body, Taker taker, long leastBytesPerSecond) {
        this.leastBytesPerSecond = leastBytesPerSecond;
        this.request = request;
        this.body = body;
        this.taker = taker;
    }

    /** Who gets the body; one of the methods is called once. */
    interface Taker {

        /** The body is there, whole. */
        void take(HeldBody body);

        /** It is not taken in, for a reason with this status. */
        void refuse(int status);

        /** It has failed to arrive. */
        void fail(Throwable failure);
    }

    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (isSettledBy(chunk)) {
                return;
            }
        }
    }

    private boolean isSettledBy(Content.Chunk chunk) {
        Throwable failure = chunk.getFailure();
        if (failure instanceof TimeoutException) {
            return settle(() -> taker.refuse(HttpStatus.REQUEST_TIMEOUT_408));
        }
        if (failure != null) {
            return settle(() -> taker.fail(failure));
        }
        boolean taken = body.append(chunk.getByteBuffer());
        boolean last = chunk.isLast();
        chunk.release();
        if (!taken) {
            int status = body.isOverLimit() ? HttpStatus.PAYLOAD_TOO_LARGE_413 : HttpStatus.SERVICE_UNAVAILABLE_503;
            return settle(() -> taker.refuse(status));
        }
        if (last) {
            taker.take(body);
            return true;
        }
        return isTooSlow() && settle(() -> taker.refuse(HttpStatus.REQUEST_TIMEOUT_408));
    }

    private boolean settle(Runnable how) {
        body.release();
        how.run();
        return true;
    }

    // Where nothing arrives at all the connection's idle time ends it; this is for bytes that trickle.
    private boolean isTooSlow() {
        long passed = System.nanoTime() - start;
        return passed > PATIENCE_NANOS && body.length() < leastBytesPerSecond * TimeUnit.NANOSECONDS.toSeconds(passed);
    }
}
