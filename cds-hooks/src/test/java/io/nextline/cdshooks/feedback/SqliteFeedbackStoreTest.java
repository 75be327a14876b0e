package io.nextline.cdshooks.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.store.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFeedbackStoreTest extends DatabaseFeedbackStoreTest {

    @TempDir
    private Path folder;

    @Override
    DatabaseSettings database() {
        return DatabaseSettings.sqlite(folder.resolve("feedback.db"));
    }

    @Test
    void fileIsItsOwnersAlone() throws IOException {
        Path file = folder.resolve("feedback.db");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
