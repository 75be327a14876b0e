package io.nextline.cdshooks.operation.audit;

import io.nextline.cdshooks.operation.CallAccount;
import io.nextline.cdshooks.operation.CallWatch;
import io.nextline.cdshooks.operation.Reading;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the audit trail: calls put their event into a bounded queue, one thread writes all that wait and forces them to the disk at
 * once. Where it fails closed, an answer is given only after its event is on the disk; otherwise an event counts as recorded when it
 * is in the queue, and a crash loses what is there. When the disk refuses, the events wait and are tried again, so the trail may
 * tell of an answer that was not given, never the other way round. When the queue is full, the next are refused or, where that was
 * chosen, lost and counted. Thread-safe.
 */
public final class AuditTrail implements CallWatch, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final int MOST_AT_ONCE = 256;
    private static final long PAUSE_MILLIS = 200;
    // Forcing takes milliseconds; a disk that needs longer than this is not well.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

    private final AuditSettings settings;
    private final AuditEventWriter writer;
    private final AuditFile file;
    private final BlockingQueue<AuditEntry> queue;
    private final LongAdder lost = new LongAdder();
    private final Thread thread;
    private volatile boolean broken;
    private volatile boolean closing;

    private AuditTrail(AuditSettings settings) {
        this.settings = settings;
        this.writer = new AuditEventWriter(settings.site());
        this.file = new AuditFile(settings.folder(), settings.fileBytes());
        this.queue = new ArrayBlockingQueue<>(settings.queue());
        this.thread = new Thread(this::write, "nextline-audit");
    }

    /** Opens a trail. */
    public static AuditTrail open(AuditSettings settings) {
        AuditTrail trail = new AuditTrail(settings);
        trail.thread.setDaemon(true);
        trail.thread.start();
        return trail;
    }

    @Override
    public boolean mayAnswer() {
        return !settings.failClosed() || (!broken && queue.remainingCapacity() > 0);
    }

    @Override
    public boolean record(CallAccount account) {
        AuditEntry entry = new AuditEntry(writer.write(account, settings.clock().instant()));
        if (closing || !queue.offer(entry)) {
            lost.increment();
            return !settings.failClosed();
        }
        return !settings.failClosed() || (!broken && entry.isWrittenWithin(LONGEST_WAIT));
    }

    @Override
    public List<Reading> readings() {
        return List.of(
                new Reading("nextline.audit.lost", "Audit events that could not be taken", true, this::lost),
                new Reading("nextline.audit.waiting", "Audit events waiting to be written", false, this::waiting));
    }

    @Override
    public void stopped() {
        close();
    }

    /** Returns how many events could not be taken. */
    public long lost() {
        return lost.sum();
    }

    /** Returns how many events wait to be written. */
    public int waiting() {
        return queue.size();
    }

    private void write() {
        List<AuditEntry> batch = new ArrayList<>();
        while (!closing || !queue.isEmpty() || !batch.isEmpty()) {
            try {
                if (batch.isEmpty()) {
                    take(batch);
                }
                if (!batch.isEmpty()) {
                    append(batch);
                }
            } catch (IOException failure) {
                failed(batch, failure);
                if (closing) {
                    break;
                }
            } catch (InterruptedException hurried) {
                LOG.debug("woken up");
            }
        }
        lost.add(batch.size() + (long) queue.size());
        shut();
    }

    private void take(List<AuditEntry> batch) throws InterruptedException {
        AuditEntry first = queue.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            queue.drainTo(batch, MOST_AT_ONCE);
        }
    }

    private void append(List<AuditEntry> batch) throws IOException {
        file.append(batch.stream().map(AuditEntry::line).toList(), today());
        batch.forEach(AuditEntry::written);
        batch.clear();
        recovered();
    }

    private LocalDate today() {
        Clock clock = settings.clock();
        return LocalDate.ofInstant(Instant.now(clock), clock.getZone());
    }

    private void recovered() {
        if (broken) {
            broken = false;
            LOG.warn("the audit trail is written again; {} events were lost", lost());
        }
    }

    private void failed(List<AuditEntry> batch, IOException failure) {
        batch.forEach(AuditEntry::refused);
        if (!broken) {
            broken = true;
            LOG.error(
                    "the audit trail cannot be written: {}", failure.getClass().getName());
        }
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException hurried) {
            LOG.debug("not waiting for the disk");
        }
    }

    private void shut() {
        try {
            file.close();
        } catch (IOException failure) {
            LOG.error("the audit trail did not close: {}", failure.getClass().getName());
        }
    }

    /** Writes what waits, within ten seconds, and closes the file. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(LONGEST_CLOSE.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        if (lost() > 0) {
            LOG.error("{} events of the audit trail were lost", lost());
        }
    }
}
