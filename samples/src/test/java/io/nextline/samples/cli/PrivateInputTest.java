package io.nextline.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.samples.privacy.Canary;
import io.nextline.samples.privacy.LeakSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a file is told by its place; what stands there is not repeated, since it may be a patient's. */
class PrivateInputTest {

    private static final String WORD = Canary.BAD_VALUE.value();
    private static final LeakSearch SEARCH = new LeakSearch(List.of(Canary.values()));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "{\"resourceType\":\"Patient\",\"name\":%s",
                "{\"resourceType\":\"Patient\",\"%s\":",
                "{\"resourceType\":\"%s\",\"id\":\"x\"}",
                "[\"%s\"]",
                "{\"resourceType\":\"Patient\",\"id\":\"x\",\"id\":\"%s\"}",
                "{\"resourceType\":\"Patient\",\"id\":\"x\",\"birthDate\":{\"%s\":1}}",
                "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"x\"}},"
                        + "{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"y\",\"onsetDateTime\":\"%s\","
                        + "\"verificationStatus\":\"%s\"}}]}",
                "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"x\"}},"
                        + "{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"%s\"}}]}",
                "{\"hook\":\"%s\",\"hookInstance\":\"1\",\"context\":{\"patientId\":\"x %s\"}}",
                "{\"hook\":\"order-sign\",\"hookInstance\":\"1\",\"context\":{\"patientId\":\"x\",\"draftOrders\":\"%s\"}}"
            })
    void errorRepeatsNothingOfTheFile(String content) throws IOException {
        String bundle = Run.sample("01-rcc-reference/bundle.json");
        Path file = Files.writeString(folder.resolve("record.json"), content.replace("%s", WORD));

        for (String command : new String[] {"evaluate", "explain"}) {
            Run run = Run.of(command, file.toString());
            assertThat(SEARCH.find(run.err())).as("%s of %s", command, content).isEmpty();
            assertThat(run.err()).doesNotContain("\tat ", "Exception");
        }
        Run drafted = Run.of("evaluate", bundle, "--draft", file.toString());
        assertThat(drafted.exit()).isNotEqualTo(ExitCode.DONE);
        assertThat(SEARCH.find(drafted.err())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluate", "explain"})
    void standardInputIsNotRepeatedEither(String command) {
        Run run = Run.with("{\"resourceType\":\"Patient\",\"name\":" + WORD, command, "-");

        run.exits(ExitCode.UNREADABLE).complains("standard input");
        assertThat(SEARCH.find(run.err())).isEmpty();
    }
}
