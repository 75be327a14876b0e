package io.nextline.cdshooks.store;

import io.nextline.cdshooks.security.InvalidSettingsException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A database with the tables for one purpose. What {@link #write} has done is durable when it returns. It connects when it is
 * first used, and again whenever the database comes back. Thread-safe.
 */
public final class Database implements AutoCloseable {

    private final DatabaseSettings settings;
    private final String purpose;
    private final Connections connections;
    private volatile boolean ready;

    /**
     * Makes a database; nothing is opened yet.
     *
     * @param settings where it is
     * @param purpose what its tables are for, {@code feedback} or {@code replay}
     * @throws InvalidSettingsException if there is no driver for it
     */
    public Database(DatabaseSettings settings, String purpose) {
        this.settings = settings;
        this.purpose = purpose;
        this.connections = new Connections(settings, Drivers.of(settings));
    }

    /**
     * Work in the database.
     *
     * @param <T> what it finds out
     */
    @FunctionalInterface
    public interface Work<T> {

        /** Does it, and leaves transaction and connection alone. */
        T in(Connection connection) throws SQLException;
    }

    /**
     * Opens the database and brings its tables up to date.
     *
     * @throws InvalidSettingsException if it is damaged, or cannot be used with these settings
     * @throws StoreUnavailableException if it is not there now but may be later
     */
    public void prepare() {
        connections.enter();
        try {
            prepareOnce();
        } catch (SQLException failure) {
            throw settings.dialect().isPassing(failure) ? StoreUnavailableException.of(failure) : invalid(failure);
        } finally {
            connections.leave();
        }
    }

    private InvalidSettingsException invalid(SQLException failure) {
        boolean damaged = settings.dialect().isDamage(failure);
        String code = " (SQLState " + failure.getSQLState() + ", error " + failure.getErrorCode() + ")";
        return new InvalidSettingsException(List.of(
                damaged
                        ? settings.place()
                                + " is damaged or no SQLite database: restore it with its -wal file from a backup, or move it away"
                                + " to begin a new one; nothing in it was changed"
                        : settings.place()
                                + " cannot be opened: check that it is there, that its folder exists, that this user may"
                                + " write to it, and user and password" + code));
    }

    private void prepareOnce() throws SQLException {
        if (ready) {
            return;
        }
        PrivateFile.make(settings);
        Connection connection = connections.take().connection();
        try {
            settings.dialect().check(connection);
            connection.setAutoCommit(false);
            settings.dialect().lockForMigration(connection);
            Migrations.run(connection, purpose, settings.place());
            commit(connection);
        } catch (SQLException | RuntimeException failure) {
            connections.drop(connection);
            throw failure;
        }
        connections.giveBack(connection);
        ready = true;
    }

    /**
     * Does work in one transaction, all or nothing. It may be done twice where the first connection turns out to be gone, so it
     * needs to be such that the second time changes nothing.
     *
     * @throws StoreUnavailableException if it could not be done
     */
    public <T> T write(Work<T> work) {
        return with(true, connection -> {
            connection.setAutoCommit(false);
            T result = work.in(connection);
            commit(connection);
            settle(connection);
            return result;
        });
    }

    // SQLite's driver would begin, and lock, the next transaction with an ordinary commit.
    private static void commit(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
    }

    // The commit stands, whether or not its log could be emptied by now.
    private void settle(Connection connection) {
        try {
            settings.dialect().settle(connection);
        } catch (SQLException later) {
            return;
        }
    }

    /**
     * Reads.
     *
     * @throws StoreUnavailableException if it could not be done
     */
    public <T> T read(Work<T> work) {
        return with(false, connection -> {
            connection.setAutoCommit(!settings.dialect().readsInTransaction());
            T result = work.in(connection);
            connection.setAutoCommit(true);
            return result;
        });
    }

    private <T> T with(boolean again, Work<T> work) {
        connections.enter();
        try {
            prepareOnce();
            Connections.Loan loan = connections.take();
            try {
                return once(loan.connection(), work);
            } catch (SQLException failure) {
                if (again && loan.used() && settings.dialect().isPassing(failure)) {
                    return once(connections.take().connection(), work);
                }
                throw failure;
            }
        } catch (SQLException failure) {
            throw StoreUnavailableException.of(failure);
        } catch (InvalidSettingsException unusable) {
            throw new StoreUnavailableException(String.join("; ", unusable.problems()));
        } finally {
            connections.leave();
        }
    }

    private <T> T once(Connection connection, Work<T> work) throws SQLException {
        try {
            T result = work.in(connection);
            connections.giveBack(connection);
            return result;
        } catch (SQLException | RuntimeException failure) {
            connections.drop(connection);
            throw failure;
        }
    }

    /** Closes its connections; one in use is closed when its work ends. */
    @Override
    public void close() {
        connections.close();
    }
}
