package io.nextline.cdshooks.store;

import io.nextline.cdshooks.security.jwt.ReplayStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers used tokens in a database that replicas share, so that a token serves once over all of them. Only a hash of issuer and
 * id is kept. It has no limit of its own; what has expired is removed once a minute. While the database is away no token can be
 * checked, and none is taken. Thread-safe.
 */
public final class DatabaseReplayStore implements ReplayStore {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseReplayStore.class);
    private static final String REMEMBER = "INSERT INTO used_token AS known (token, expires) VALUES (?, ?)"
            + " ON CONFLICT (token) DO UPDATE SET expires = excluded.expires WHERE known.expires < ?";
    private static final String FORGET = "DELETE FROM used_token WHERE expires < ?";
    private static final long SWEEP_SECONDS = 60;

    private final Database database;
    private final AtomicLong nextSweep = new AtomicLong(Long.MIN_VALUE);

    /**
     * Makes a store; it connects when it is first used.
     *
     * @param settings the database
     * @throws io.nextline.cdshooks.security.InvalidSettingsException if there is no driver for it
     */
    public DatabaseReplayStore(DatabaseSettings settings) {
        this.database = new Database(settings, "replay");
    }

    /**
     * Connects, and brings the table up to date. Where the database is not there now it is tried again with each token.
     *
     * @throws io.nextline.cdshooks.security.InvalidSettingsException if the database cannot be used with these settings
     */
    @Override
    public void prepare() {
        try {
            database.prepare();
        } catch (StoreUnavailableException away) {
            LOG.warn(
                    "no token can be checked yet, the store of used ones is tried again with each: {}",
                    away.getMessage());
        }
    }

    @Override
    public Answer remember(String issuer, String jti, Instant now, Instant until) {
        String token = hash(issuer, jti);
        try {
            int rows = database.write(connection -> {
                sweep(connection, now.getEpochSecond());
                return insert(connection, token, now.getEpochSecond(), until.getEpochSecond());
            });
            return rows == 1 ? Answer.FIRST : Answer.SEEN;
        } catch (StoreUnavailableException unavailable) {
            return Answer.UNREACHABLE;
        }
    }

    // One statement, so that of two replicas with the same token the database lets one be the first.
    private static int insert(Connection connection, String token, long now, long until) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
            insert.setString(1, token);
            insert.setLong(2, until);
            insert.setLong(3, now);
            return insert.executeUpdate();
        }
    }

    private void sweep(Connection connection, long now) throws SQLException {
        long due = nextSweep.get();
        if (now >= due && nextSweep.compareAndSet(due, now + SWEEP_SECONDS)) {
            try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
                delete.setLong(1, now);
                delete.executeUpdate();
            }
        }
    }

    private static String hash(String issuer, String jti) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(issuer.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(jti.getBytes(StandardCharsets.UTF_8)), 0, 20);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
