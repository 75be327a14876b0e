package io.nextline.cdshooks.request;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A request body in memory: a stream to whoever wants one, while {@link CdsRequestReader} takes its bytes where they are. It is
 * filled, read, and released; nothing of it is to be used afterwards. Not thread-safe.
 */
public final class HeldBody extends InputStream {

    private static final byte[] NONE = new byte[0];

    private final BodyMemory memory;
    private final long declared;
    private byte[] bytes = NONE;
    private int length;
    private int position;
    private boolean overLimit;

    HeldBody(BodyMemory memory, long declared) {
        this.memory = memory;
        this.declared = declared;
    }

    /**
     * Takes what has arrived.
     *
     * @return false if there is no memory for it, or the body goes over the limit; see {@link #isOverLimit()}
     */
    public boolean append(ByteBuffer arrived) {
        if (!hasRoomFor(arrived.remaining())) {
            return false;
        }
        int count = arrived.remaining();
        arrived.get(bytes, length, count);
        length += count;
        return true;
    }

    /**
     * Takes all that a stream holds.
     *
     * @return false if the stream has not ended where memory or the limit has
     */
    boolean fill(InputStream stream) throws IOException {
        while (hasRoomFor(length == 0 ? Math.min(BodyMemory.USUAL, memory.cap()) : 1)) {
            int room = bytes.length - length;
            int count = stream.readNBytes(bytes, length, room);
            length += count;
            if (count < room) {
                return true;
            }
        }
        return overLimit;
    }

    private boolean hasRoomFor(int more) {
        long needed = (long) length + more;
        if (needed <= bytes.length) {
            return true;
        }
        if (needed > memory.cap()) {
            overLimit = needed > memory.limit();
            return false;
        }
        byte @Nullable [] larger = memory.take(nextSize((int) needed));
        if (larger == null) {
            return false;
        }
        System.arraycopy(bytes, 0, larger, 0, length);
        replaceBy(larger);
        return true;
    }

    // A declared length is believed only once a usual buffer has been filled, since it costs nothing to declare one.
    private int nextSize(int needed) {
        if (needed <= BodyMemory.USUAL) {
            return needed;
        }
        long wanted = declared >= needed ? declared + 1 : 2L * needed;
        return (int) Math.min(wanted, memory.cap());
    }

    private void replaceBy(byte[] other) {
        if (bytes.length > 0) {
            memory.giveBack(bytes);
        }
        bytes = other;
    }

    /** Returns whether something was not taken because a body may not have so much. */
    public boolean isOverLimit() {
        return overLimit;
    }

    /** Gives the memory back. */
    public void release() {
        replaceBy(NONE);
        length = 0;
        position = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Returns how many bytes have been taken. */
    public int length() {
        return length;
    }

    @Override
    public int read() {
        return position < length ? bytes[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int count) {
        int given = Math.min(count, length - position);
        if (given <= 0) {
            return count == 0 ? 0 : -1;
        }
        System.arraycopy(bytes, position, into, offset, given);
        position += given;
        return given;
    }

    @Override
    public byte[] readAllBytes() {
        byte[] rest = Arrays.copyOfRange(bytes, position, length);
        position = length;
        return rest;
    }
}
