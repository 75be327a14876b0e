package io.nextline.samples.patients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.core.Nextline;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every sample patient gives what was derived for it by hand, on opening the chart and with each variant of drafts. */
@Tag("HZ-12")
@Tag("HZ-14")
@Tag("HZ-15")
@Tag("HZ-17")
@Tag("HZ-21")
final class SamplePatientsTest {

    private static final PatientCheck CHECK = new PatientCheck(Nextline.load());

    @TestFactory
    Stream<DynamicTest> everySampleGivesWhatWasDerivedByHand() {
        return SamplePatient.all().stream().flatMap(SamplePatientsTest::tests);
    }

    @Test
    void theIndexNamesEveryEvaluableSample() throws Exception {
        List<SamplePatient> all = SamplePatient.all();
        JsonNode index = SamplePatient.MAPPER.readTree(
                all.get(0).folder().resolveSibling("index.json").toFile());
        Set<String> listed = new HashSet<>();
        index.forEach(entry -> listed.add(
                entry.path("folder").asText() + ": " + entry.path("title").asText()));
        Set<String> wanted = new HashSet<>();
        for (SamplePatient patient : SamplePatient.evaluable()) {
            wanted.add(patient.name() + ": " + patient.expected().path("title").asText());
        }
        assertThat(listed).isEqualTo(wanted);
    }

    private static Stream<DynamicTest> tests(SamplePatient patient) {
        FolderResult result = CHECK.check(patient.folder(), patient.name());
        assertThat(result.problems()).isEmpty();
        return result.checks().stream()
                .map(check -> DynamicTest.dynamicTest(
                        patient.name() + ", " + check.name(), () -> assertAsExpected(check.differences())));
    }

    private static void assertAsExpected(List<Difference> differences) {
        String words = differences.stream()
                .map(difference -> difference.words() + " " + difference.because())
                .collect(Collectors.joining("\n"));
        assertThat(differences).as(words).isEmpty();
    }
}
