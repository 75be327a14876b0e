package io.nextline.samples.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The patient of canaries comes through the servlet, in a container that is not ours. */
@Timeout(120)
class ServletPrivacyTest {

    @TempDir
    private static Path folder;

    private static Remains remains = new Remains(Map.of(), List.of(), List.of());

    @BeforeAll
    static void everyPathIsTaken() throws Exception {
        try (CanaryRun run = new CanaryRun(folder, CanaryServlet.class, "limits.client.per-second=2\n")) {
            CanaryPaths paths = new CanaryPaths(run);
            paths.takeThroughServlet();
            paths.callTooOften();
            remains = new Remains(run.process.end(), run.process.heard(), run.tokens.parts());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cards,200",
        "failing,500",
        "cut off,400",
        "other patient,400",
        "nothing sent,412",
        "too large,413",
        "not JSON,415",
        "no token,401",
        "token again,401",
        "feedback,200",
        "feedback of no kind,400",
        "discovery,200",
        "nothing there,404",
        "method,405",
        "page,200",
        "no page,404",
        "too often,429"
    })
    void everyPathEndedAsItWasMeantTo(String path, int status) {
        assertThat(remains.status(path)).isEqualTo(status);
    }

    @Test
    void filesAndStreamsHoldNothingButIdsInTheTrailAndWordsInTheStore() {
        assertThat(remains.left())
                .containsKey("feedback.db")
                .anySatisfy((name, bytes) -> assertThat(name).startsWith("audit/"));
        remains.holdNothing();
    }

    @Test
    void answersHoldNothing() {
        remains.answersHoldNothing(List.of());
    }
}
