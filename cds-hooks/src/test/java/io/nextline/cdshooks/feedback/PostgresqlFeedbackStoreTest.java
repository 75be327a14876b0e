package io.nextline.cdshooks.feedback;

import static io.nextline.cdshooks.feedback.SampleFeedback.onAnotherCard;
import static io.nextline.cdshooks.feedback.SampleFeedback.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.store.Database;
import io.nextline.cdshooks.store.DatabaseSettings;
import io.nextline.cdshooks.store.TestPostgres;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresqlFeedbackStoreTest extends DatabaseFeedbackStoreTest {

    private final DatabaseSettings database = TestPostgres.database();

    @Override
    DatabaseSettings database() {
        return database;
    }

    @Test
    void connectionsThatTheServerHasEndedAreReplacedWithoutLosingFeedback() {
        try (FeedbackStore store = open();
                Database other = new Database(database, "feedback")) {
            store.append(List.of(received(onAnotherCard(1))));
            other.write(connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet ended = statement.executeQuery(
                                "SELECT count(pg_terminate_backend(pid))"
                                        + " FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")) {
                    return ended.next();
                }
            });

            assertThat(store.append(List.of(received(onAnotherCard(2))))).isEqualTo(1);
            assertThat(cards(store)).hasSize(2);
        }
    }

    @Test
    void commitsAreDurableEvenWhereTheDatabaseIsSetNotToBe() {
        try (Database raw = new Database(database, "feedback")) {
            raw.write(connection -> {
                connection.createStatement().execute("ALTER ROLE postgres SET synchronous_commit = off");
                return true;
            });
        }
        try (Database raw = new Database(database, "feedback")) {
            String setting = raw.read(connection -> {
                try (ResultSet rows = connection.createStatement().executeQuery("SHOW synchronous_commit")) {
                    rows.next();
                    return rows.getString(1);
                }
            });
            assertThat(setting).isEqualTo("on");
        }
    }
}
