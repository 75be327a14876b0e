package io.nextline.cdshooks.operation;

import io.nextline.cdshooks.security.Admission;
import io.nextline.cdshooks.security.RefusalCause;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of refused callers, at most once per second and cause: whoever floods the service is not to flood its log. A warning says
 * how many of its kind were passed over since the one before. Thread-safe.
 */
public final class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanos;
    private final long begin;
    private final AtomicLongArray next = new AtomicLongArray(RefusalCause.values().length);
    private final AtomicLongArray passedOver = new AtomicLongArray(RefusalCause.values().length);
    private final AtomicLong written = new AtomicLong();

    /**
     * Makes a log.
     *
     * @param nanos tells elapsed nanoseconds
     */
    public RefusalLog(LongSupplier nanos) {
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
    }

    /**
     * Notes a refusal.
     *
     * @param path the endpoint, from our own list
     */
    public void note(Admission.Refused refused, String path) {
        int cause = refused.cause().ordinal();
        long now = nanos.getAsLong() - begin;
        long due = next.get(cause);
        if (now < due || !next.compareAndSet(cause, due, now + INTERVAL)) {
            passedOver.incrementAndGet(cause);
            return;
        }
        written.incrementAndGet();
        LOG.warn(
                "refused: cause={} path={} issuer={} jti={} passedOver={}",
                refused.cause(),
                path,
                refused.issuer(),
                refused.jti(),
                passedOver.getAndSet(cause, 0));
    }

    /** Returns how many warnings were written. */
    long written() {
        return written.get();
    }

    /** Returns how many refusals of this cause no warning has told of yet. */
    long passedOver(RefusalCause cause) {
        return passedOver.get(cause.ordinal());
    }
}
