package io.nextline.samples.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code samples/SAFETY.md} to the hazards and to the tests that are tagged with them. A disabled test fails the build elsewhere,
 * and so does a failing one: what is tagged has passed. After a change of tags or hazards run this test with {@code
 * -Dnextline.safety=write}, which writes the file anew.
 */
final class SafetyFileTest {

    private static final Path ROOT = Path.of("..");
    private static final Path FILE = Path.of("SAFETY.md");
    private static final List<String> MODULES =
            List.of("core", "fhir-adapter", "cds-hooks", "samples", "samples/benchmarks");

    private final List<Hazard> hazards = Hazard.all();
    private final SortedMap<String, SortedSet<String>> tests = TaggedTests.below(ROOT, MODULES);

    @Test
    void everyHazardIsListedOnce() {
        List<String> ids = IntStream.rangeClosed(1, 34)
                .mapToObj(i -> (i < 10 ? "HZ-0" : "HZ-") + i)
                .toList();
        assertThat(hazards).extracting(Hazard::id).containsExactlyElementsOf(ids);
        assertThat(hazards).allSatisfy(hazard -> {
            assertThat(hazard.hazard()).isNotBlank();
            assertThat(hazard.mitigation()).isNotBlank();
        });
    }

    @Test
    void everyHazardHasATestOrAReasonForNone() {
        for (Hazard hazard : hazards) {
            boolean tested = tests.containsKey(hazard.id());
            boolean excused = !hazard.untested().isEmpty();
            assertThat(tested != excused)
                    .as(
                            "%s: tag a test with @Tag(\"%s\"), or say in hazards.json why there can be none; not both",
                            hazard.id(), hazard.id())
                    .isTrue();
        }
    }

    @Test
    void everyTagNamesAHazard() {
        SortedMap<String, SortedSet<String>> unknown = new TreeMap<>(tests);
        hazards.forEach(hazard -> unknown.remove(hazard.id()));
        assertThat(unknown).isEmpty();
    }

    @Test
    void noHazardIsNamedInATestButByItsTag() throws IOException {
        SortedSet<String> inWords = new TreeSet<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    Files.readAllLines(file).stream()
                            .map(String::strip)
                            .filter(line -> line.startsWith("@DisplayName(\"HZ-") || line.startsWith("void hz"))
                            .forEach(line -> inWords.add(file.getFileName() + ": " + line));
                }
            }
        }
        assertThat(inWords).isEmpty();
    }

    @Test
    void theSafetyFileIsUpToDate() throws IOException {
        String wanted = SafetyFile.of(hazards, tests);
        if ("write".equals(System.getProperty("nextline.safety"))) {
            Files.writeString(FILE, wanted);
        }
        assertThat(Files.readString(FILE))
                .as("samples/SAFETY.md is out of date; run SafetyFileTest with -Dnextline.safety=write")
                .isEqualTo(wanted);
    }
}
