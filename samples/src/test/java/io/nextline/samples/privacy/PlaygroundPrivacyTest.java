package io.nextline.samples.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.samples.privacy.Canary.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody pastes the patient of canaries into the playground of {@code serve --dev}. */
@Timeout(120)
class PlaygroundPrivacyTest {

    private static final String PROGRAM = "io.nextline.samples.cli.NextlineCommand";

    @TempDir
    private static Path folder;

    private static Remains remains = new Remains(Map.of(), List.of(), List.of());
    private static List<String> repeating = List.of();

    @BeforeAll
    static void everyPathIsTaken() throws Exception {
        try (CanaryProcess process = new CanaryProcess(folder, List.of(), PROGRAM, "serve", "--dev", "--port", "0")) {
            int port = Integer.parseInt(process.line().replaceFirst(".*:(\\d+),.*", "$1"));
            PlaygroundPaths paths = new PlaygroundPaths(process, port);
            paths.takeAll();
            repeating = paths.repeating();
            process.terminate();
            remains = new Remains(process.end(), process.heard(), List.of());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "page,200",
        "patient,200",
        "no such patient,404",
        "no such day,404",
        "story,200",
        "story cut off,400",
        "story of no hook,400",
        "story of another,400",
        "story of a Bundle,400",
        "story of no JSON,400",
        "story too large,413",
        "change,200",
        "no such change,404",
        "change cut off,400",
        "change of no Bundle,400",
        "change of odd entries,200",
        "markdown,200",
        "markdown of no JSON,400",
        "no characters,400",
        "cards,200",
        "cards of no JSON,400",
        "feedback,200",
        "feedback of no kind,400",
        "feedback shown,200",
        "another host,403",
        "another origin,403",
        "method,405",
        "type,415"
    })
    void everyPathEndedAsItWasMeantTo(String path, int status) {
        assertThat(remains.status(path)).isEqualTo(status);
    }

    @Test
    void logAndStreamsHoldNothing() {
        remains.holdNothing();
    }

    @Test
    void storyRefersToEntriesByIdAndDateAndNamesNobody() {
        List<Canary> others = Canary.allBut(Kind.RESOURCE, Kind.AUDITED).stream()
                .filter(canary -> canary != Canary.BIRTH_DATE)
                .toList();

        assertThat(remains.heard())
                .filteredOn(answer -> answer.path().equals("story"))
                .isNotEmpty()
                .allSatisfy(answer ->
                        assertThat(new LeakSearch(others).find(answer.bytes())).isEmpty());
    }

    @Test
    void nothingComesBackButWhatIsMadeOfTheRecord() {
        remains.answersHoldNothing(repeating);
    }
}
