package io.nextline.samples.cli;

import io.nextline.cdshooks.feedback.DatabaseFeedbackStore;
import io.nextline.cdshooks.feedback.FeedbackStore;
import io.nextline.cdshooks.feedback.Period;
import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.cdshooks.security.Secret;
import io.nextline.cdshooks.store.DatabaseSettings;
import io.nextline.cdshooks.store.StoreUnavailableException;
import io.nextline.samples.cli.input.UnreadableInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which feedback a command is about. */
final class FeedbackOptions {

    private static final String PASSWORD = "NEXTLINE_STORE_PASSWORD";

    @Option(
            names = "--store",
            required = true,
            paramLabel = "FILE|URL",
            description = "The SQLite file, or the URL of the PostgreSQL database: jdbc:postgresql://HOST/NAME.")
    private String store = "";

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "The user of the PostgreSQL database; the password is taken from " + PASSWORD + ".")
    private @Nullable String user;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "The first day that it was received on, in UTC.")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "The last day that it was received on, in UTC.")
    private @Nullable LocalDate to;

    /** Returns when it was received. */
    Period period() {
        if (from != null && to != null && to.isBefore(from)) {
            throw new UsageException("--to " + to + " lies before --from " + from);
        }
        return Period.ofDays(from, to);
    }

    /** Opens the store for some work. */
    void with(Consumer<FeedbackStore> work) {
        try (FeedbackStore opened = new DatabaseFeedbackStore(settings())) {
            opened.prepare();
            work.accept(opened);
        } catch (InvalidSettingsException unusable) {
            throw new UnreadableInputException(
                    store, "the store cannot be used", String.join("; ", unusable.problems()));
        } catch (StoreUnavailableException away) {
            throw new UnreadableInputException(
                    store, "the store cannot be read now", "Try again: " + away.getMessage());
        }
    }

    private DatabaseSettings settings() {
        if (store.startsWith("jdbc:")) {
            String password = System.getenv(PASSWORD);
            return DatabaseSettings.postgresql(store, user, password == null ? null : Secret.of(password));
        }
        Path file = Path.of(store);
        if (!Files.isRegularFile(file)) {
            throw new UnreadableInputException(store, "there is no such file", "Name the SQLite file of the service");
        }
        return DatabaseSettings.sqlite(file);
    }
}
