package io.nextline.cdshooks.fetch;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Collects the body of a response while it counts the bytes that the call has left, and hangs up as soon as they are used up or
 * the head alone shows that the body is of no use.
 */
final class BoundedBody implements BodySubscriber<Payload> {

    private final AtomicLong bytesLeft;
    private final @Nullable FetchProblem refusal;
    private final CompletableFuture<Payload> payload = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Flow.@Nullable Subscription subscription;

    /**
     * Makes one.
     *
     * @param bytesLeft what all bodies of the call may still have
     * @param refusal why the body is not wanted, or null if it is
     */
    BoundedBody(AtomicLong bytesLeft, @Nullable FetchProblem refusal) {
        this.bytesLeft = bytesLeft;
        this.refusal = refusal;
    }

    @Override
    public CompletionStage<Payload> getBody() {
        return payload;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (refusal == null) {
            given.request(Long.MAX_VALUE);
        } else {
            hangUp(refusal);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (payload.isDone()) {
                return;
            }
            if (bytesLeft.addAndGet(-buffer.remaining()) < 0) {
                hangUp(FetchProblem.TOO_LARGE);
                return;
            }
            byte[] part = new byte[buffer.remaining()];
            buffer.get(part);
            bytes.writeBytes(part);
        }
    }

    private void hangUp(FetchProblem problem) {
        payload.complete(Payload.of(problem));
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onError(Throwable failure) {
        payload.complete(Payload.of(FetchProblem.UNREACHABLE));
    }

    @Override
    public void onComplete() {
        payload.complete(Payload.of(bytes.toByteArray()));
    }
}
