package io.nextline.cdshooks.store;

import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.cdshooks.security.Secret;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is.
 *
 * @param url its JDBC URL; without a password, since URLs are printed
 * @param user who connects; null for none, or as the driver decides
 * @param password theirs; null for none, or as the driver decides
 * @param connections the most connections to hold open at a time, at least one; SQLite has one writer and takes one
 */
public record DatabaseSettings(
        String url, @Nullable String user, @Nullable Secret password, int connections) {

    private static final int USUAL_CONNECTIONS = 4;
    private static final List<String> SECRETS = List.of("password=", "sslpassword=");

    /**
     * Checks the values.
     *
     * @throws InvalidSettingsException if they cannot be used
     */
    public DatabaseSettings {
        if (Dialect.of(url) == null) {
            throw new InvalidSettingsException(
                    List.of("the store's URL needs to start with jdbc:sqlite: or jdbc:postgresql:"));
        }
        if (SECRETS.stream().anyMatch(url::contains)) {
            throw new InvalidSettingsException(
                    List.of("the store's URL holds a password; give the password apart, since URLs are printed"));
        }
        if (connections < 1) {
            throw new InvalidSettingsException(List.of("the store needs at least one connection"));
        }
    }

    /** Returns the settings for a SQLite file, which is made if it is not there. */
    public static DatabaseSettings sqlite(Path file) {
        return new DatabaseSettings(Dialect.SQLITE.prefix() + file.toAbsolutePath(), null, null, 1);
    }

    /**
     * Returns the settings for a PostgreSQL database.
     *
     * @param url for example {@code jdbc:postgresql://db.example/nextline}
     */
    public static DatabaseSettings postgresql(String url, @Nullable String user, @Nullable Secret password) {
        return new DatabaseSettings(url, user, password, USUAL_CONNECTIONS);
    }

    Dialect dialect() {
        Dialect dialect = Dialect.of(url);
        if (dialect == null) {
            throw new IllegalStateException("the constructor admits known databases only");
        }
        return dialect;
    }

    /** Returns where it is, for people: the file, or the URL without its parameters. */
    String place() {
        int query = url.indexOf('?');
        String plain = query < 0 ? url : url.substring(0, query);
        return dialect() == Dialect.SQLITE
                ? plain.substring(Dialect.SQLITE.prefix().length())
                : plain;
    }
}
