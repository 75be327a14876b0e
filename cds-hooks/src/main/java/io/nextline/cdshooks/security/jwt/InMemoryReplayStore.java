package io.nextline.cdshooks.security.jwt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Remembers used tokens in this process, up to a number; each takes about 100 bytes, whatever its length, since only half of the SHA-256
 * of issuer and id is kept. For a single replica. Thread-safe.
 */
public final class InMemoryReplayStore implements ReplayStore {

    private static final long SWEEP_SECONDS = 1;

    private final int capacity;
    private final Map<Key, Long> expiries = new HashMap<>();
    private long nextSweep = Long.MIN_VALUE;

    private record Key(long high, long low) {}

    /**
     * Makes a store.
     *
     * @param capacity how many tokens it remembers at a time, at least one
     */
    public InMemoryReplayStore(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a replay store needs a capacity of at least 1");
        }
        this.capacity = capacity;
    }

    @Override
    public Answer remember(String issuer, String jti, Instant now, Instant until) {
        Key key = key(issuer, jti);
        long second = now.getEpochSecond();
        synchronized (expiries) {
            Long expiry = expiries.get(key);
            if (expiry != null && expiry >= second) {
                return Answer.SEEN;
            }
            if (expiry == null && expiries.size() >= capacity && !sweep(second)) {
                return Answer.FULL;
            }
            expiries.put(key, until.getEpochSecond());
            return Answer.FIRST;
        }
    }

    // A full store is searched for expired tokens once a second at most, not with each call.
    private boolean sweep(long second) {
        if (second >= nextSweep) {
            nextSweep = second + SWEEP_SECONDS;
            expiries.values().removeIf(expiry -> expiry < second);
        }
        return expiries.size() < capacity;
    }

    private static Key key(String issuer, String jti) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(issuer.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            ByteBuffer hash = ByteBuffer.wrap(digest.digest(jti.getBytes(StandardCharsets.UTF_8)));
            return new Key(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
