package io.nextline.cdshooks.feedback;

import io.nextline.cdshooks.security.Secret;
import io.nextline.cdshooks.store.DatabaseSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where an installation keeps feedback. */
public sealed interface FeedbackSettings {

    /** Returns a store for these settings; it is not opened yet. */
    FeedbackStore store();

    /** Returns the settings for a SQLite file, which is made if it is not there: the usual choice for one service. */
    static FeedbackSettings sqlite(Path file) {
        return new InDatabase(DatabaseSettings.sqlite(file));
    }

    /** Returns the settings for a PostgreSQL database, which several replicas can share. */
    static FeedbackSettings postgresql(String url, @Nullable String user, @Nullable Secret password) {
        return new InDatabase(DatabaseSettings.postgresql(url, user, password));
    }

    /** Returns the settings for development: feedback is lost when the service ends. */
    static FeedbackSettings inMemory() {
        return new InMemory();
    }

    /** Feedback is kept until the service ends. */
    record InMemory() implements FeedbackSettings {

        @Override
        public FeedbackStore store() {
            return new InMemoryFeedbackStore();
        }
    }

    /**
     * Feedback is kept in a database.
     *
     * @param database where it is
     */
    record InDatabase(DatabaseSettings database) implements FeedbackSettings {

        @Override
        public FeedbackStore store() {
            return new DatabaseFeedbackStore(database);
        }
    }
}
