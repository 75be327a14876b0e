package io.nextline.cdshooks.store;

import io.nextline.cdshooks.security.InvalidSettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings the tables of one purpose up to date: runs {@code feedback-1.sql}, {@code feedback-2.sql} and so on, those that the database
 * has not seen yet, and writes the number of the last into {@code schema_version}. A file that was released is never changed.
 */
final class Migrations {

    private Migrations() {}

    /** Runs what is missing, within the transaction at hand. */
    static void run(Connection connection, String purpose, String place) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS schema_version"
                    + " (purpose TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL)");
            int version = version(connection, purpose);
            if (version > 0 && script(purpose, version) == null) {
                throw new InvalidSettingsException(List.of(
                        place + " was made by a newer version of Nextline; use that version, or another store"));
            }
            String script = script(purpose, version + 1);
            for (; script != null; script = script(purpose, version + 1)) {
                for (String sql : script.split(";\\s*\\n", -1)) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
                version++;
                write(connection, purpose, version);
            }
        }
    }

    private static int version(Connection connection, String purpose) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT version FROM schema_version WHERE purpose = ?")) {
            query.setString(1, purpose);
            ResultSet answer = query.executeQuery();
            return answer.next() ? answer.getInt(1) : 0;
        }
    }

    private static void write(Connection connection, String purpose, int version) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("INSERT INTO schema_version (purpose, version)"
                + " VALUES (?, ?) ON CONFLICT (purpose) DO UPDATE SET version = excluded.version")) {
            update.setString(1, purpose);
            update.setInt(2, version);
            update.executeUpdate();
        }
    }

    private static @Nullable String script(String purpose, int version) {
        try (InputStream in = Migrations.class.getResourceAsStream(purpose + "-" + version + ".sql")) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("a migration cannot be read from the jar", failure);
        }
    }
}
