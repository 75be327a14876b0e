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

/** The patient of canaries comes to a service that has too much to do, and sends bodies that do not arrive. */
@Timeout(120)
class BusyPrivacyTest {

    @TempDir
    private static Path folder;

    private static Remains remains = new Remains(Map.of(), List.of(), List.of());

    @BeforeAll
    static void everyPathIsTaken() throws Exception {
        try (CanaryRun run = new CanaryRun(folder, CanaryService.class, BusyPaths.SETTINGS);
                BusyPaths paths = new BusyPaths(run)) {
            paths.takeAll();
            remains = new Remains(run.process.end(), run.process.heard(), run.tokens.parts());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "stops arriving,408,too-slow",
        "trickles,408,too-slow",
        "fetching places taken,503,busy",
        "no way back,503,busy",
        "waits in vain,503,busy",
        "no seat,503,busy",
        "wait foreseen too long,503,busy",
        "held,200,cards"
    })
    void everyPathEndedAsItWasMeantTo(String path, int status, String outcome) {
        assertThat(remains.status(path)).isEqualTo(status);
        assertThat(remains.log()).contains("\"outcome\":\"" + outcome + "\"");
    }

    @Test
    void filesAndStreamsHoldNothingButIdsInTheTrail() {
        remains.holdNothing();
    }

    @Test
    void refusalsAndMetricsHoldNothing() {
        assertThat(remains.heard()).anyMatch(answer -> answer.text().contains("nextline_fetching"));
        remains.answersHoldNothing(List.of());
    }
}
