package io.nextline.core.fhir;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Buffers that hold a request while it is read, kept for the next one so that each need not be allocated anew. A buffer is
 * wiped when it is given back: nothing of one patient is left in it for the next. Thread-safe.
 */
final class ReadBuffers {

    private static final int KEPT = 8;
    private static final int FIRST = 64 * 1024;
    private static final int LARGEST_KEPT = 1024 * 1024;

    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(KEPT);

    /** Returns a buffer that belongs to the caller until it is given back. */
    byte[] take() {
        byte[] buffer = free.poll();
        return buffer == null ? new byte[FIRST] : buffer;
    }

    /** Takes back a buffer, or one that took its place, of which the first {@code used} bytes were written. */
    void giveBack(byte[] buffer, int used) {
        if (buffer.length <= LARGEST_KEPT) {
            Arrays.fill(buffer, 0, used, (byte) 0);
            free.offer(buffer);
        }
    }
}
