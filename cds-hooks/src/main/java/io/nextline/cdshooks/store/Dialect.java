package io.nextline.cdshooks.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What differs between the databases; tables and statements do not. */
enum Dialect {
    SQLITE("jdbc:sqlite:", "org.xerial:sqlite-jdbc"),
    POSTGRESQL("jdbc:postgresql:", "org.postgresql:postgresql");

    private static final int CORRUPT = 11;
    private static final int NOT_A_DATABASE = 26;
    private static final long MIGRATION_LOCK = 0x6E65_7874_6C69_6E65L;

    private final String prefix;
    private final String driver;

    Dialect(String prefix, String driver) {
        this.prefix = prefix;
        this.driver = driver;
    }

    static @Nullable Dialect of(String url) {
        for (Dialect dialect : values()) {
            if (url.startsWith(dialect.prefix)) {
                return dialect;
            }
        }
        return null;
    }

    String prefix() {
        return prefix;
    }

    /** Returns the Maven coordinates of the driver. */
    String driver() {
        return driver;
    }

    /** Returns what a connection is to begin with. */
    Properties properties() {
        Properties properties = new Properties();
        switch (this) {
            case SQLITE -> {
                properties.setProperty("busy_timeout", "5000");
                // A transaction that is going to write takes its turn at the start, and cannot come too late for it.
                properties.setProperty("transaction_mode", "IMMEDIATE");
            }
            case POSTGRESQL -> {
                properties.setProperty("connectTimeout", "2");
                properties.setProperty("loginTimeout", "3");
                properties.setProperty("socketTimeout", "5");
                properties.setProperty("ApplicationName", "nextline");
            }
        }
        return properties;
    }

    /** Makes sure that what is committed stays, whatever happens to the process or the machine. */
    void makeDurable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            switch (this) {
                case SQLITE -> {
                    statement.execute("PRAGMA journal_mode=WAL");
                    statement.execute("PRAGMA synchronous=FULL");
                    statement.execute("PRAGMA fullfsync=ON");
                }
                case POSTGRESQL ->
                    statement.execute("SELECT set_config('synchronous_commit', 'on', false)"
                            + " WHERE current_setting('synchronous_commit') = 'off'");
            }
        }
    }

    /**
     * Looks whether what was kept is whole.
     *
     * @throws SQLException if it is not; {@link #isDamage} knows it
     */
    void check(Connection connection) throws SQLException {
        if (this == SQLITE) {
            try (Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery("PRAGMA quick_check(1)")) {
                if (!answer.next() || !"ok".equals(answer.getString(1))) {
                    throw new SQLException("the file is damaged", null, CORRUPT);
                }
            }
        }
    }

    /** Keeps others from bringing the tables up to date until the transaction ends. */
    void lockForMigration(Connection connection) throws SQLException {
        if (this == POSTGRESQL) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_xact_lock(" + MIGRATION_LOCK + ")");
            }
        }
    }

    /** Moves what was committed from the log into the database itself, as far as nobody is reading. */
    void settle(Connection connection) throws SQLException {
        if (this == SQLITE) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
            }
        }
    }

    /** Returns whether long reading needs a transaction; where it does not, it keeps no writer waiting. */
    boolean readsInTransaction() {
        return this == POSTGRESQL;
    }

    /** Returns whether a failure says that the database is damaged, or is none. */
    boolean isDamage(SQLException failure) {
        return this == SQLITE && (failure.getErrorCode() == CORRUPT || failure.getErrorCode() == NOT_A_DATABASE);
    }

    /** Returns whether the database may be there again later without anybody changing the settings. */
    boolean isPassing(SQLException failure) {
        String state = failure.getSQLState();
        return this == POSTGRESQL
                && state != null
                && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57"));
    }
}
