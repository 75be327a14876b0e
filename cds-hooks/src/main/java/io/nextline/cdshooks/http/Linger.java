package io.nextline.cdshooks.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Lets the rest of a body arrive after its call was refused. A connection that is closed while bytes are still under way is reset,
 * and the answer may be lost with it: the client that is still sending would then see a broken connection and no reason. What
 * arrives is thrown away, without a thread that waits, and no more than {@link #MOST_BYTES} of it for {@link #LONGEST_MILLIS}.
 */
final class Linger implements Callback {

    /** Twice the usual limit of a body, so that one that is somewhat too large learns so. */
    static final long MOST_BYTES = 16L * 1024 * 1024;

    static final long LONGEST_MILLIS = 2_000;

    private final Request request;
    private final Callback callback;
    private final Scheduler.Task end;
    private final AtomicBoolean settled = new AtomicBoolean();
    private long left = MOST_BYTES;

    private Linger(Request request, Callback callback) {
        this.request = request;
        this.callback = callback;
        this.end = request.getComponents()
                .getScheduler()
                .schedule(
                        () -> give(new TimeoutException("the body took too long")),
                        LONGEST_MILLIS,
                        TimeUnit.MILLISECONDS);
    }

    /**
     * Returns what is to be called once the answer has been written.
     *
     * @param callback ends the exchange
     */
    static Callback after(Request request, Callback callback) {
        return isWorthIt(request) ? new Linger(request, callback) : callback;
    }

    // A client that asked before it sends (Expect) has read the answer instead of sending.
    private static boolean isWorthIt(Request request) {
        return request.getLength() != 0
                && request.getLength() <= MOST_BYTES
                && !request.getHeaders().contains(HttpHeader.EXPECT);
    }

    @Override
    public void succeeded() {
        drain();
    }

    @Override
    public void failed(Throwable failure) {
        give(failure);
    }

    private void drain() {
        while (!settled.get()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, this::drain));
                return;
            }
            if (isLast(chunk)) {
                done();
                return;
            }
        }
    }

    private boolean isLast(Content.Chunk chunk) {
        if (chunk.getFailure() != null) {
            return true;
        }
        left -= chunk.remaining();
        boolean last = chunk.isLast() || left < 0;
        chunk.release();
        return last;
    }

    private void done() {
        if (settled.compareAndSet(false, true)) {
            end.cancel();
            callback.succeeded();
        }
    }

    private void give(Throwable failure) {
        if (settled.compareAndSet(false, true)) {
            end.cancel();
            callback.failed(failure);
        }
    }
}
