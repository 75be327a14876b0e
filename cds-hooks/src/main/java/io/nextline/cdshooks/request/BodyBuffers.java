package io.nextline.cdshooks.request;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Buffers that request bodies are taken into, because JSON in memory is read at half the cost of a stream. The usual body fits
 * into one of a few buffers that are used again; a larger one gets its own, a few at a time. When none is free the body is read
 * from the stream instead, so that memory stays bounded however many clients call. Thread-safe.
 */
final class BodyBuffers {

    private static final int USUAL = 512 * 1024;
    private static final int LARGEST = 16 * 1024 * 1024;
    private static final int LARGE_AT_A_TIME = 2;

    private final BlockingQueue<byte[]> free;
    private final Semaphore large = new Semaphore(LARGE_AT_A_TIME);
    private final long limit;
    private final int cap;

    /**
     * Makes buffers, which come to be when they are first needed.
     *
     * @param count how many calls may hold a usual buffer at a time
     * @param limit the most bytes that a body may have
     */
    BodyBuffers(int count, long limit) {
        this.free = new ArrayBlockingQueue<>(count);
        for (int i = 0; i < count; i++) {
            free.add(new byte[0]);
        }
        this.limit = limit;
        this.cap = (int) Math.min(LARGEST, limit + 1);
    }

    /** Takes what it can of a body; nothing at all when no buffer is free. */
    Taken take(InputStream body) throws IOException {
        byte[] buffer = free.poll();
        if (buffer == null) {
            return new Taken(new byte[0], 0, false, null, false);
        }
        Taken taken = null;
        try {
            byte[] usual = buffer.length == 0 ? new byte[USUAL] : buffer;
            buffer = usual;
            int length = body.readNBytes(usual, 0, usual.length);
            taken = length < usual.length ? new Taken(usual, length, true, usual, false) : takeMore(usual, body);
            return taken;
        } finally {
            if (taken == null) {
                free.add(buffer);
            }
        }
    }

    private Taken takeMore(byte[] usual, InputStream body) throws IOException {
        if (!large.tryAcquire()) {
            return new Taken(usual, usual.length, false, usual, false);
        }
        boolean done = false;
        try {
            byte[] bytes = usual;
            int length = usual.length;
            while (length == bytes.length && length < cap) {
                bytes = Arrays.copyOf(bytes, Math.min(2 * length, cap));
                length += body.readNBytes(bytes, length, bytes.length - length);
            }
            done = true;
            return new Taken(bytes, length, length < bytes.length || length > limit, usual, true);
        } finally {
            if (!done) {
                large.release();
            }
        }
    }

    /** Takes the buffers back; nothing of them is to be used afterwards. */
    void giveBack(Taken taken) {
        if (taken.usual != null) {
            free.add(taken.usual);
        }
        if (taken.large) {
            large.release();
        }
    }

    /** The start of a body, or all of it, until it is given back. */
    static final class Taken {

        private final byte[] bytes;
        private final int length;
        private final boolean whole;
        private final byte @Nullable [] usual;
        private final boolean large;

        private Taken(byte[] bytes, int length, boolean whole, byte @Nullable [] usual, boolean large) {
            this.bytes = bytes;
            this.length = length;
            this.whole = whole;
            this.usual = usual;
            this.large = large;
        }

        byte[] bytes() {
            return bytes;
        }

        int length() {
            return length;
        }

        /** Returns whether the body has ended, or has gone over the limit, which is as good. */
        boolean isWhole() {
            return whole;
        }
    }
}
