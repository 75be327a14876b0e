package io.nextline.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The bundled files are found beside their index. */
final class BundledFilesTest {

    private final BundledFiles files = new BundledFiles();

    @Test
    void everyFileThatTheIndexNamesIsThere() {
        assertThat(files.folder(EvidenceFiles.TRIALS))
                .isNotEmpty()
                .allSatisfy((name, json) -> assertThat(json).as(name).isNotEmpty());
        assertThat(files.folder(EvidenceFiles.STATEMENTS))
                .isNotEmpty()
                .allSatisfy((name, json) -> assertThat(json).as(name).isNotEmpty());
    }

    @Test
    void aFileThatIsNotThereIsNone() {
        assertThat(files.file("trials/no-such-trial.json")).isNull();
    }
}
