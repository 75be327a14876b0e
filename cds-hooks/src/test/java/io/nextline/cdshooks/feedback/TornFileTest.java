package io.nextline.cdshooks.feedback;

import static io.nextline.cdshooks.feedback.SampleFeedback.onAnotherCard;
import static io.nextline.cdshooks.feedback.SampleFeedback.received;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.cdshooks.store.DatabaseSettings;
import io.nextline.cdshooks.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash of the machine, a bad disk or a careless hand leaves of a SQLite store. */
class TornFileTest {

    private static final int ROWS = 300;

    @TempDir
    private Path folder;

    private Path database;
    private Path log;

    /** A store as a crash leaves it: copied while its process lives and all feedback is acknowledged. */
    @BeforeEach
    void crash() throws IOException {
        Path living = folder.resolve("living.db");
        database = folder.resolve("feedback.db");
        log = folder.resolve("feedback.db-wal");
        try (FeedbackStore store = new DatabaseFeedbackStore(DatabaseSettings.sqlite(living))) {
            for (int i = 0; i < ROWS; i++) {
                store.append(List.of(received(onAnotherCard(i))));
            }
            Files.copy(living, database);
            Files.copy(folder.resolve("living.db-wal"), log);
        }
    }

    @Test
    void logTruncatedAnywhereLosesNothing() throws IOException {
        Path whole = Files.copy(log, folder.resolve("whole-wal"));
        Path settled = Files.copy(database, folder.resolve("settled.db"));
        long length = Files.size(log);
        for (long left : new long[] {length - 1, length / 2, 4_000, 100, 32, 7, 0}) {
            Files.copy(whole, log, StandardCopyOption.REPLACE_EXISTING);
            Files.copy(settled, database, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(folder.resolve("feedback.db-shm"));
            try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
                channel.truncate(left);
            }
            assertThat(rows()).as("with %s bytes of the log", left).isEqualTo(ROWS);
        }
    }

    @Test
    void logThatIsLostAltogetherLosesNothing() throws IOException {
        Files.delete(log);

        assertThat(rows()).isEqualTo(ROWS);
    }

    @Test
    void tornFrameAtTheEndOfTheLogIsPassedOver() throws IOException {
        byte[] torn = new byte[2_500];
        new Random(7).nextBytes(torn);
        Files.write(log, torn, StandardOpenOption.APPEND);

        assertThat(rows()).isEqualTo(ROWS);
    }

    @Test
    void damagedDatabaseIsRefusedAtStartWithFileAndRemedy() throws IOException {
        Files.delete(log);
        for (long left : new long[] {Files.size(database) - 4_096, Files.size(database) / 2, 5_000, 60}) {
            Path torn = Files.copy(database, folder.resolve("torn-" + left + ".db"));
            try (FileChannel channel = FileChannel.open(torn, StandardOpenOption.WRITE)) {
                channel.truncate(left);
            }
            isRefused(torn);
            assertThat(torn).hasSize(left);
        }
    }

    @Test
    void overwrittenPageIsRefusedAtStart() throws IOException {
        Files.delete(log);
        byte[] noise = new byte[4_096];
        new Random(3).nextBytes(noise);
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE)) {
            channel.position(2 * 4_096L);
            channel.write(ByteBuffer.wrap(noise));
        }

        isRefused(database);
    }

    @Test
    void otherFileIsRefusedAndLeftAlone() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no database, but somebody's notes\n".repeat(50));

        isRefused(text);
        assertThat(text).content().startsWith("no database");
    }

    @Test
    void folderThatIsNotThereIsToldAtStart() {
        Path nowhere = folder.resolve("missing").resolve("feedback.db");
        try (FeedbackStore store = new DatabaseFeedbackStore(DatabaseSettings.sqlite(nowhere))) {
            assertThatThrownBy(store::prepare)
                    .isInstanceOf(InvalidSettingsException.class)
                    .hasMessageContaining(nowhere.toString())
                    .hasMessageContaining("folder exists");
        }
    }

    @Test
    void damageThatShowsLaterRefusesFeedback() throws IOException {
        try (FeedbackStore store = new DatabaseFeedbackStore(DatabaseSettings.sqlite(folder))) {
            assertThatThrownBy(() -> store.append(List.of(received(onAnotherCard(1)))))
                    .isInstanceOf(StoreUnavailableException.class);
        }
    }

    private static void isRefused(Path file) {
        try (FeedbackStore store = new DatabaseFeedbackStore(DatabaseSettings.sqlite(file))) {
            assertThatThrownBy(store::prepare)
                    .isInstanceOf(InvalidSettingsException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("restore it");
        }
    }

    private int rows() {
        List<String> cards = new ArrayList<>();
        try (FeedbackStore store = new DatabaseFeedbackStore(DatabaseSettings.sqlite(database))) {
            store.prepare();
            store.read(Period.ALL, kept -> cards.add(kept.received().feedback().card()));
        }
        return cards.size();
    }
}
