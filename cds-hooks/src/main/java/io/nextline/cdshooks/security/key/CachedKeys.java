package io.nextline.cdshooks.security.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of one issuer, kept in memory. They are read again in the background when it is time, and at once when a token names a
 * key that is not among them, though never more often than the configuration allows, whatever comes in. Thread-safe.
 */
public final class CachedKeys {

    private static final Logger LOG = LoggerFactory.getLogger(CachedKeys.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    // Tokens with made-up key ids must not hold every thread of the server while a slow endpoint answers.
    private static final int MOST_WAITING = 8;

    private final KeyLoader loader;
    private final KeyCaching caching;
    private final Clock clock;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    private volatile @Nullable Snapshot snapshot;
    private @Nullable Instant lastAttempt;
    private @Nullable FutureTask<List<String>> reading;

    private record Snapshot(Map<String, VerificationKey> keys, Instant at) {}

    CachedKeys(KeyLoader loader, KeyCaching caching, Clock clock) {
        this.loader = loader;
        this.caching = caching;
        this.clock = clock;
    }

    /**
     * Returns the keys of a source; nothing is read yet.
     *
     * @param source where the keys are
     * @param allowed the algorithms that keys may be for
     * @param caching how long they are kept
     * @param clock tells their age
     */
    public static CachedKeys of(KeySource source, Set<SignatureAlgorithm> allowed, KeyCaching caching, Clock clock) {
        KeySetReader reader = new KeySetReader(allowed);
        KeyLoader loader = source instanceof KeySource.JwksEndpoint endpoint
                ? new EndpointKeys(endpoint.url(), endpoint.trust(), reader)
                : new FileKeys(((KeySource.JwksFile) source).path(), reader);
        return new CachedKeys(loader, caching, clock);
    }

    /** Reads the keys now and returns what is wrong with them: nothing if they can be used. */
    public List<String> prepare() {
        FutureTask<List<String>> task = refresh(clock.instant());
        if (task == null) {
            return snapshot == null ? List.of("the keys could not be read a moment ago") : List.of();
        }
        try {
            return task.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("reading keys failed", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of("reading the keys was interrupted");
        }
    }

    /** Returns any key that is held, or null if there is none. */
    public @Nullable VerificationKey any() {
        Snapshot held = snapshot;
        return held == null || held.keys().isEmpty()
                ? null
                : held.keys().values().iterator().next();
    }

    /** Finds a key by its id; waits for the source, for a bounded time, only if the key is not at hand. */
    public KeyLookup find(String kid) {
        Instant now = clock.instant();
        Snapshot held = usable(now);
        VerificationKey key = held == null ? null : held.keys().get(kid);
        if (held != null && key != null) {
            if (isOlder(held, caching.refreshAfter(), now)) {
                FutureTask<List<String>> unwaited = refresh(now);
                LOG.trace("keys are old, being read again: {}", unwaited != null);
            }
            return new KeyLookup.Found(key);
        }
        waitFor(refresh(now));
        return afterWaiting(kid);
    }

    private KeyLookup afterWaiting(String kid) {
        Snapshot held = usable(clock.instant());
        if (held == null) {
            return new KeyLookup.Unavailable();
        }
        VerificationKey key = held.keys().get(kid);
        return key == null ? new KeyLookup.Unknown() : new KeyLookup.Found(key);
    }

    private @Nullable Snapshot usable(Instant now) {
        Snapshot held = snapshot;
        return held == null || isOlder(held, caching.maximumAge(), now) ? null : held;
    }

    private static boolean isOlder(Snapshot held, Duration age, Instant now) {
        return now.isAfter(held.at().plus(age));
    }

    // Returns the reading under way, or a new one if it is time, or null.
    private synchronized @Nullable FutureTask<List<String>> refresh(Instant now) {
        if (reading != null && !reading.isDone()) {
            return reading;
        }
        if (lastAttempt != null
                && !now.isBefore(lastAttempt)
                && now.isBefore(lastAttempt.plus(caching.minimumInterval()))) {
            return null;
        }
        lastAttempt = now;
        FutureTask<List<String>> task = new FutureTask<>(() -> read(now));
        reading = task;
        Thread thread = new Thread(task, "nextline-keys");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private List<String> read(Instant now) {
        try {
            snapshot = new Snapshot(Map.copyOf(loader.load()), now);
            return List.of();
        } catch (KeysUnreadableException unreadable) {
            LOG.warn("keys cannot be read: {}", unreadable.getMessage());
            return unreadable.problems();
        }
    }

    private void waitFor(@Nullable FutureTask<List<String>> task) {
        if (task == null || !waiting.tryAcquire()) {
            return;
        }
        try {
            task.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException unread) {
            LOG.debug("no keys after waiting: {}", unread.getClass().getName());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.release();
        }
    }
}
