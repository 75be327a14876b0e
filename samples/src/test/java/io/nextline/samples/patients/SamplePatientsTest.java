package io.nextline.samples.patients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.core.WrongPatientException;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.fhir.DraftOrders;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every sample patient gives what was derived for it by hand, on opening the chart and with each variant of drafts. */
final class SamplePatientsTest {

    private static final SampleEngine ENGINE = new SampleEngine();

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
        List<DynamicTest> tests = new ArrayList<>();
        if (patient.isRefused()) {
            return Stream.of(DynamicTest.dynamicTest(patient.name(), () -> assertRefused(patient)));
        }
        tests.add(DynamicTest.dynamicTest(
                patient.name(), () -> assertAsExpected(patient.expected(), ENGINE.evaluate(patient))));
        for (JsonNode variant : patient.variants()) {
            tests.add(DynamicTest.dynamicTest(
                    patient.name() + ", drafted: " + variant.path("name").asText(),
                    () -> assertAsExpected(
                            variant,
                            ENGINE.evaluate(patient.bundle(), ENGINE.drafts(patient, variant), patient.asOf()))));
        }
        return tests.stream();
    }

    private static void assertAsExpected(JsonNode expected, EvidenceReport report) {
        List<String> differences = Expectation.differences(expected, ENGINE.published(report));
        assertThat(differences).as(String.join("\n", differences)).isEmpty();
    }

    private static void assertRefused(SamplePatient patient) {
        assertThatThrownBy(() -> ENGINE.evaluate(patient.bundle(), DraftOrders.NONE, patient.asOf()))
                .isInstanceOf(WrongPatientException.class);
    }
}
