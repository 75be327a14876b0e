package io.nextline.samples.patients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The comparison itself sees what differs, and only that. */
final class ExpectationTest {

    private static final String PUBLISHED = """
            {"diagnosis": {"type": "nsclc", "histology": null, "stage": "metastatic"},
             "linesOfTherapy": [{"line": 1, "drugs": ["b", "a"], "start": "2026-01-14", "end": null}],
             "priorClasses": ["PD-1", "platinum"], "unidentifiedTherapy": 0,
             "statements": {"DS-1": "false", "DS-6": "true", "UPD-1": "true"}, "because": {"DS-1": ["not drafted"]},
             "silenced": ["DS-5"], "missing": ["imdc"], "warnings": 1,
             "cards": [{"indicator": "info", "statements": ["UPD-1", "DS-6"]}], "noCardReason": null}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"diagnosis\": {\"type\": \"nsclc\", \"histology\": null}}",
                "{\"linesOfTherapy\": [{\"line\": 1, \"drugs\": [\"a\", \"b\"], \"start\": \"2026-01\", \"end\": null}]}",
                "{\"priorClasses\": [\"platinum\", \"PD-1\"], \"unidentifiedTherapy\": 0, \"performanceStatus\": null}",
                "{\"statements\": {\"DS-1\": \"false\"}, \"silenced\": [\"DS-5\"], \"missing\": [\"imdc\"], \"warnings\": 1}",
                "{\"cards\": {\"count\": 1, \"atLeast\": 1, \"lead\": [\"DS-6\"], \"indicator\": \"info\"}, \"warns\": false}",
                "{\"lead\": \"DS-6\", \"indicator\": \"info\"}"
            })
    void whatHoldsIsNoDifference(String expected) {
        assertThat(differences(expected)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"diagnosis\": {\"type\": \"other\"}}",
                "{\"diagnosis\": {\"stage\": null}}",
                "{\"linesOfTherapy\": []}",
                "{\"linesOfTherapy\": [{\"drugs\": [\"a\"]}]}",
                "{\"linesOfTherapy\": [{\"start\": \"2026-02\"}]}",
                "{\"linesOfTherapy\": [{\"end\": \"2026\"}]}",
                "{\"priorClasses\": [\"PD-1\"]}",
                "{\"unidentifiedTherapy\": 1}",
                "{\"statements\": {\"DS-1\": \"unknown\"}}",
                "{\"statements\": {\"DS-99\": \"false\"}}",
                "{\"silenced\": [\"DS-1\"]}",
                "{\"missing\": [\"stage\"]}",
                "{\"warnings\": 2}",
                "{\"cards\": {\"count\": 0}}",
                "{\"cards\": {\"atLeast\": 2}}",
                "{\"cards\": {\"lead\": [\"DS-1\"]}}",
                "{\"lead\": \"UPD-1\"}",
                "{\"indicator\": \"warning\"}",
                "{\"warns\": true}",
                "{\"noCardReason\": \"no-cancer\"}"
            })
    void whatDoesNotHoldIsADifference(String expected) {
        assertThat(differences(expected)).isNotEmpty();
    }

    @Test
    void everyDifferenceIsToldWithItsReason() {
        assertThat(differences(
                        "{\"unidentifiedTherapy\": 1, \"statements\": {\"DS-1\": \"true\", \"DS-6\": \"false\"}}"))
                .containsExactly(
                        "unidentifiedTherapy: expected 1, was 0",
                        "DS-1: expected true, was false [\"not drafted\"]",
                        "DS-6: expected false, was true ");
    }

    private static List<String> differences(String expected) {
        try {
            return Expectation.differences(
                    SamplePatient.MAPPER.readTree(expected), SamplePatient.MAPPER.readTree(PUBLISHED));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
