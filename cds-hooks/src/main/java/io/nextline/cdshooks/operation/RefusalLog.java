package io.nextline.cdshooks.operation;

import io.nextline.cdshooks.security.Admission;
import io.nextline.cdshooks.security.RefusalCause;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
    private final Map<RefusalCause, OfCause> causes = new EnumMap<>(RefusalCause.class);
    private final AtomicLong written = new AtomicLong();

    private record OfCause(AtomicLong due, AtomicLong passedOver) {}

    /**
     * Makes a log.
     *
     * @param nanos tells elapsed nanoseconds
     */
    public RefusalLog(LongSupplier nanos) {
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
        for (RefusalCause cause : RefusalCause.values()) {
            causes.put(cause, new OfCause(new AtomicLong(), new AtomicLong()));
        }
    }

    /**
     * Notes a refusal.
     *
     * @param path the endpoint, from our own list
     */
    public void note(Admission.Refused refused, String path) {
        OfCause of = of(refused.cause());
        long now = nanos.getAsLong() - begin;
        long due = of.due().get();
        if (now < due || !of.due().compareAndSet(due, now + INTERVAL)) {
            of.passedOver().incrementAndGet();
            return;
        }
        written.incrementAndGet();
        LOG.warn(
                "refused: cause={} path={} issuer={} jti={} passedOver={}",
                refused.cause(),
                path,
                refused.issuer(),
                refused.jti(),
                of.passedOver().getAndSet(0));
    }

    private OfCause of(RefusalCause cause) {
        OfCause of = causes.get(cause);
        if (of == null) {
            throw new IllegalStateException("every cause has its place");
        }
        return of;
    }

    /** Returns how many warnings were written. */
    long written() {
        return written.get();
    }

    /** Returns how many refusals of this cause no warning has told of yet. */
    long passedOver(RefusalCause cause) {
        return of(cause).passedOver().get();
    }
}
