package io.nextline.cdshooks.feedback;

import static io.nextline.cdshooks.feedback.SampleFeedback.onAnotherCard;
import static io.nextline.cdshooks.feedback.SampleFeedback.received;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.cdshooks.store.Database;
import io.nextline.cdshooks.store.DatabaseSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a store in a database does beyond that. */
abstract class DatabaseFeedbackStoreTest extends FeedbackStoreTest {

    private static final int KILLS = Integer.getInteger("nextline.kills", 5);

    abstract DatabaseSettings database();

    @Override
    final FeedbackStore open() {
        return new DatabaseFeedbackStore(database());
    }

    @Test
    void feedbackIsThereAfterReopening() {
        try (FeedbackStore other = open()) {
            other.append(List.of(received(onAnotherCard(1))));
        }

        try (FeedbackStore other = open()) {
            assertThat(cards(other)).containsExactly(onAnotherCard(1).card());
        }
    }

    @Test
    void killedProcessLosesNothingThatItAcknowledged() throws Exception {
        Set<String> acknowledged = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            int before = acknowledged.size();
            try (WriterProcess writer = WriterProcess.start(database(), kill * 1_000_000)) {
                acknowledged.addAll(writer.killedAfter(20 + 37 * kill));
            }
            assertThat(acknowledged).hasSizeGreaterThan(before);
            try (FeedbackStore store = open()) {
                store.prepare();
                assertThat(cards(store)).containsAll(acknowledged).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void storeOfANewerVersionIsRefusedWithARemedy() {
        try (Database raw = new Database(database(), "feedback")) {
            raw.write(connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.executeUpdate("UPDATE schema_version SET version = 99");
                }
            });
        }

        try (FeedbackStore store = open()) {
            assertThatThrownBy(store::prepare)
                    .isInstanceOf(InvalidSettingsException.class)
                    .hasMessageContaining("newer version of Nextline");
        }
    }

    @Test
    void twoStoresPreparedAtOnceAgreeOnTheTables() throws Exception {
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int number = i;
            Thread thread = new Thread(() -> {
                try (FeedbackStore store = open()) {
                    store.prepare();
                    store.append(List.of(received(onAnotherCard(number))));
                }
            });
            thread.setUncaughtExceptionHandler((failed, failure) -> failures.add(failure));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(failures).isEmpty();
        try (FeedbackStore store = open()) {
            assertThat(cards(store)).hasSize(4);
        }
    }

    static List<String> cards(FeedbackStore store) {
        List<String> cards = new ArrayList<>();
        store.read(Period.ALL, kept -> cards.add(kept.received().feedback().card()));
        return cards;
    }
}
