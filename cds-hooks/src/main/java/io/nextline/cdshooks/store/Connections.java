package io.nextline.cdshooks.store;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The open connections to one database, up to a number. When none can be opened, nobody tries again for a second, so that a
 * database that is away costs its callers no waiting. Thread-safe.
 */
final class Connections implements AutoCloseable {

    private static final long LONGEST_WAIT_MILLIS = 2_000;
    private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final DatabaseSettings settings;
    private final Driver driver;
    private final Semaphore places;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final AtomicLong tryAgain = new AtomicLong(System.nanoTime());
    private volatile boolean closed;

    Connections(DatabaseSettings settings, Driver driver) {
        this.settings = settings;
        this.driver = driver;
        this.places =
                new Semaphore(settings.dialect() == Dialect.SQLITE ? 1 : settings.connections(), /* fair= */ true);
    }

    /**
     * A connection on loan.
     *
     * @param connection the connection
     * @param used whether it was used before, so that its other end may have gone since
     */
    record Loan(Connection connection, boolean used) {}

    /** Takes a place; {@link #leave} gives it back. */
    void enter() {
        try {
            if (!closed && places.tryAcquire(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new StoreUnavailableException(closed ? "the store is closed" : "the store has too much to do");
    }

    void leave() {
        places.release();
    }

    /** Returns a connection, for one who has a place. */
    Loan take() throws SQLException {
        Connection kept = idle.poll();
        return kept == null ? new Loan(open(), false) : new Loan(kept, true);
    }

    private Connection open() throws SQLException {
        if (System.nanoTime() - tryAgain.get() < 0) {
            throw new StoreUnavailableException("the database could not be reached a moment ago");
        }
        try {
            return connect();
        } catch (SQLException failure) {
            tryAgain.set(System.nanoTime() + REST_NANOS);
            throw failure;
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = settings.dialect().properties();
        if (settings.user() != null) {
            properties.setProperty("user", settings.user());
        }
        if (settings.password() != null) {
            properties.setProperty("password", new String(settings.password().reveal()));
        }
        Connection connection = driver.connect(settings.url(), properties);
        if (connection == null) {
            throw new SQLException("the driver does not take the URL");
        }
        try {
            settings.dialect().makeDurable(connection);
            return connection;
        } catch (SQLException failure) {
            discard(connection);
            throw failure;
        }
    }

    void giveBack(Connection connection) {
        if (closed) {
            discard(connection);
        } else {
            idle.push(connection);
        }
    }

    /** Closes a connection that failed, and those that have waited beside it: what ended one has often ended all. */
    void drop(Connection failed) {
        discard(failed);
        closeIdle();
    }

    private static void discard(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException gone) {
            // It is closed for its failure already; there is nothing left to do.
            return;
        }
    }

    private void closeIdle() {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            discard(connection);
        }
    }

    @Override
    public void close() {
        closed = true;
        closeIdle();
    }
}
