package io.nextline.cdshooks.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.cdshooks.security.InvalidSettingsException;
import io.nextline.cdshooks.security.Secret;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:x", "feedback.db", "", "jdbc:postgresql://db/x?user=u&password=secret"})
    void unusableUrlIsToldWithoutItsPassword(String url) {
        assertThatThrownBy(() -> DatabaseSettings.postgresql(url, null, null))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void textFormHidesThePassword() {
        assertThat(DatabaseSettings.postgresql("jdbc:postgresql://db/x", "u", Secret.of("hidden-word"))
                        .toString())
                .contains("jdbc:postgresql://db/x")
                .doesNotContain("hidden-word");
    }

    @Test
    void missingDriverIsToldByItsCoordinates() {
        DatabaseSettings sqlite = DatabaseSettings.sqlite(Path.of("x.db"));
        ClassLoader none = ClassLoader.getPlatformClassLoader();

        assertThatThrownBy(() -> Drivers.of(sqlite, none))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("x.db")
                .hasMessageContaining("add org.xerial:sqlite-jdbc to the class path");
        assertThatThrownBy(() -> Drivers.of(
                        DatabaseSettings.postgresql("jdbc:postgresql://db.example/x?ssl=true", "u", null), none))
                .hasMessageContaining("jdbc:postgresql://db.example/x: add org.postgresql:postgresql");
    }
}
