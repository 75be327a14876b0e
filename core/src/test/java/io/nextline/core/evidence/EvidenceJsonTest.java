package io.nextline.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.core.trial.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two tokenisers read the evidence: Jackson's where authors are to be told of faults, the one of patient records at launch. */
class EvidenceJsonTest {

    private final List<Problem> problems = new ArrayList<>();

    @ParameterizedTest
    @MethodSource("bundled")
    void bothGiveTheSameTree(Path file) throws IOException {
        byte[] json = Files.readAllBytes(file);

        JsonNode checked = EvidenceJson.readChecked("a.json", json, problems);

        assertThat(checked).isNotNull().isEqualTo(EvidenceJson.read("a.json", json, problems));
        assertThat(checked).hasToString(String.valueOf(EvidenceJson.read("a.json", json, problems)));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 1, \"a\": 1}",
                "{\"a\": {\"b\": null, \"b\": true}}",
                "{\"a\": 01}",
                "{\"a\": 1",
                "{\"a\": 1} {}",
                "{'a': 1}",
                "[1]",
                "7",
                "",
                "<a/>"
            })
    void bothTellTheSameFault(String broken) {
        byte[] json = broken.getBytes(StandardCharsets.UTF_8);

        assertThat(EvidenceJson.readChecked("a.json", json, problems)).isNull();

        List<Problem> told = new ArrayList<>();
        assertThat(EvidenceJson.read("a.json", json, told)).isNull();
        assertThat(problems).hasSize(1).isEqualTo(told);
    }

    private static Stream<Path> bundled() {
        try (Stream<Path> all = Files.walk(EvidenceFolder.bundled())) {
            return all.filter(path -> path.toString().endsWith(".json")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
