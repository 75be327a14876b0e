package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fact.LineOfTherapy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why therapy stopped and in which setting it was given, from the places where records put it. */
final class StopReasonsTest {

    private static LineOfTherapy line(String type, String fields) {
        return FhirPatient.withRcc()
                .add(type, "'medicationCodeableConcept':{'text':'pembrolizumab'}," + fields)
                .facts()
                .therapy()
                .lines()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'statusReason':[{'text':'toxicity'},{'text':'progressive disease'}] | progression
            'statusReason':[{'text':'progressive disease'},{'text':'toxicity'}] | progression
            'statusReason':[{'text':'insurance'},{'text':'toxicity'}] | other
            'statusReason':[{'text':'see note'},{'text':'toxicity'}] | toxicity
            'statusReason':[{'text':'toxicity'},{'text':'see note'}] | toxicity
            'statusReason':[{'text':'see note'}] | unknown
            'extension':[{'url':'http://x/mcode-termination-reason','valueCodeableConcept':{'text':'completed'}}] | completed
            'extension':[{'url':'http://x/mcode-treatment-termination-reason','valueCodeableConcept':{'text':'PD'}}] | progression
            'extension':[{'url':'http://x/mcode-termination-reason','valueString':'completed'}] | unknown
            'extension':[{'url':'http://x/other','valueCodeableConcept':{'text':'completed'}}] | unknown
            'statusReason':[{'text':'planned stop after two years'}] | planned-stop""")
    void theReasonIsReadAndProgressionOutweighsAnyOther(String fields, String reason) {
        LineOfTherapy line = line(
                "MedicationStatement",
                "'status':'stopped','effectivePeriod':{'start':'2025-01-10','end':'2025-06-10'}," + fields);
        assertThat(line.endReason().id()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'category':[{'text':'adjuvant'}] | adjuvant
            'category':[{'text':'outpatient'},{'text':'adjuvant'}] | adjuvant
            'category':[{'text':'outpatient'}],'reasonCode':[{'text':'adjuvant therapy'}] | adjuvant
            'reasonCode':[{'coding':[{'system':'http://snomed.info/sct','code':'373847000'}]}] | neoadjuvant
            'category':[{'text':'adjuvant'}],'reasonCode':[{'text':'palliative'}] | adjuvant
            'extension':[{'url':'http://x/mcode-procedure-intent','valueCodeableConcept':{'text':'palliative'}}] | advanced
            'extension':[{'url':'http://x/mcode-treatment-intent','valueCodeableConcept':{'text':'consolidation'}}],'category':[{'text':'adjuvant'}] | consolidation
            'extension':[{'url':'http://x/mcode-treatment-intent','valueCodeableConcept':{'text':'see note'}}],'category':[{'text':'adjuvant'}] | adjuvant
            'extension':[{'url':'http://x/other','valueCodeableConcept':{'text':'palliative'}}] | unknown
            'category':[{'text':'maintenance'}] | unknown
            'category':[{'text':'outpatient'}] | unknown""")
    void theSettingIsReadFromTheIntentThenTheCategoryThenTheReason(String fields, String setting) {
        LineOfTherapy line =
                line("MedicationRequest", "'status':'active','intent':'order','authoredOn':'2025-01-10'," + fields);
        assertThat(line.setting().id()).isEqualTo(setting);
    }
}
