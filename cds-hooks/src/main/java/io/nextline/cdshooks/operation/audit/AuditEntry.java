package io.nextline.cdshooks.operation.audit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An event on its way to the disk, and whoever waits for it to arrive there. Thread-safe. */
final class AuditEntry {

    private final byte[] line;
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile boolean written;

    /**
     * Makes an entry.
     *
     * @param line the event, its end included
     */
    AuditEntry(byte[] line) {
        this.line = line;
    }

    byte[] line() {
        return line;
    }

    /** Tells who waits that the disk has it. */
    void written() {
        written = true;
        settled.countDown();
    }

    /** Tells who waits that the disk refuses it for now; it may be written later all the same. */
    void refused() {
        settled.countDown();
    }

    /** Waits until the disk has taken or refused it, and returns whether it has taken it by then. */
    boolean isWrittenWithin(Duration longest) {
        try {
            return settled.await(longest.toMillis(), TimeUnit.MILLISECONDS) && written;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return written;
        }
    }
}
