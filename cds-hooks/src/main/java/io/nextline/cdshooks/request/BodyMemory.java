package io.nextline.cdshooks.request;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The memory that request bodies are taken into: JSON in memory is read at half the cost of a stream. The usual body fits into
 * a buffer that is used again. What all bodies hold together is bounded, however many clients send at a time, and a body holds
 * no more than a few times what has arrived of it, whatever length it has declared. Thread-safe.
 */
public final class BodyMemory {

    /** Below half a megabyte, which the garbage collector would treat as an oversized object. */
    static final int USUAL = 448 * 1024;

    static final int FIRST = 16 * 1024;

    private static final int LARGEST = 16 * 1024 * 1024;
    private static final long LEAST = 2L * LARGEST;
    private static final int HEAP_SHARE = 4;

    private final BlockingQueue<byte[]> free;
    private final AtomicLong held = new AtomicLong();
    private final long most;
    private final long limit;
    private final int cap;

    /**
     * Makes a memory of a quarter of the heap, at least 32 MB.
     *
     * @param pooled how many usual buffers are kept for the next bodies
     * @param limit the most bytes that a body may have
     */
    public BodyMemory(int pooled, long limit) {
        this(pooled, limit, Math.max(LEAST, Runtime.getRuntime().maxMemory() / HEAP_SHARE));
    }

    BodyMemory(int pooled, long limit, long most) {
        this.free = new ArrayBlockingQueue<>(pooled);
        this.most = most;
        this.limit = limit;
        this.cap = (int) Math.min(LARGEST, limit + 1);
    }

    /**
     * Begins a body; nothing is held yet.
     *
     * @param declared how many bytes the client says it has, -1 if it does not say
     */
    public HeldBody begin(long declared) {
        return new HeldBody(this, declared);
    }

    /** Returns the most bytes that one body can be held in. */
    int cap() {
        return cap;
    }

    /** Returns the most bytes that a body may have. */
    long limit() {
        return limit;
    }

    /** Returns a buffer of at least the size, or null while the others hold too much. */
    byte @Nullable [] take(int size) {
        int wanted = size <= FIRST ? FIRST : Math.max(size, USUAL);
        if (held.addAndGet(wanted) > most) {
            held.addAndGet(-wanted);
            return null;
        }
        byte[] kept = wanted == USUAL ? free.poll() : null;
        return kept == null ? new byte[wanted] : kept;
    }

    void giveBack(byte[] buffer) {
        held.addAndGet(-buffer.length);
        if (buffer.length == USUAL) {
            free.offer(buffer);
        }
    }
}
