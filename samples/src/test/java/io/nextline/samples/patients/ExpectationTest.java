package io.nextline.samples.patients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'unidentifiedTherapy': 1} | unidentifiedTherapy: expected 1; got 0",
                "{'diagnosis': {'stage': null}} | diagnosis.stage: expected nothing; got metastatic",
                "{'priorClasses': []} | priorClasses: expected none; got PD-1, platinum",
                "{'imdc': {'groups': ['poor']}} | imdc.groups: expected poor; got nothing",
                "{'linesOfTherapy': [{'drugs': ['a']}]} | linesOfTherapy[0].drugs: expected a; got b, a",
                "{'linesOfTherapy': []} | linesOfTherapy: expected 0 items; got 1 item: line 1 drugs (b, a) start 2026-01-14 end nothing",
                "{'statements': {'DS-6': 'false'}} | statements.DS-6: expected false; got true",
                "{'statements': {'DS-99': 'false'}} | statements.DS-99: expected false; got no such statement in the evidence base",
                "{'silenced': ['DS-6']} | silenced: expected DS-6; got DS-5",
                "{'missing': ['stage']} | missing: expected stage among them; got imdc",
                "{'warnings': 2} | warnings: expected at least 2; got 1",
                "{'cards': {'count': 0}} | cards.count: expected 0; got 1 card (info with UPD-1, DS-6)",
                "{'cards': {'lead': ['DS-6', 'DS-1']}} | cards.lead[1]: expected DS-1; got 1 card (info with UPD-1, DS-6)",
                "{'lead': 'DS-5'} | lead: expected DS-5; got DS-6",
                "{'indicator': 'warning'} | indicator: expected warning; got info",
                "{'warns': true} | warns: expected a warning among the cards; got 1 card (info with UPD-1, DS-6)"
            })
    void aDifferenceIsToldByItsFieldAndBothValues(String expected, String words) {
        assertThat(differences(expected.replace('\'', '"'))).contains(words);
    }

    @Test
    void aStatementsDifferenceCarriesItsReasons() {
        assertThat(compared("{\"statements\": {\"DS-1\": \"true\"}}"))
                .containsExactly(new Difference("statements.DS-1", "true", "false", List.of("not drafted")));
    }

    private static List<String> differences(String expected) {
        return compared(expected).stream().map(Difference::words).toList();
    }

    private static List<Difference> compared(String expected) {
        try {
            return Expectation.differences(
                    SamplePatient.MAPPER.readTree(expected), SamplePatient.MAPPER.readTree(PUBLISHED));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
