package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What statuses and reports say of the course of the disease, in codes and in words, and how firmly. Of one day the worst is the last
 * word.
 */
@Tag("HZ-01")
final class DiseaseStatusReaderTest {

    private static final String PROGRESSION = "{'coding':[{'system':'http://snomed.info/sct','code':'271299001'}]}";
    private static final String STABLE = "{'coding':[{'system':'http://snomed.info/sct','code':'359746009'}]}";

    private static List<String> courses(String type, String fields) {
        return KidneyRecord.diagnosed()
                .with(
                        type,
                        "x",
                        "'status':'final','effectiveDateTime':'2026-09-01',"
                                + fields.replace("PROGRESSION", PROGRESSION).replace("STABLE", STABLE))
                .chart()
                .statuses()
                .stream()
                .map(event -> event.course() + " " + event.source())
                .toList();
    }

    private static List<String> listed(@Nullable String events) {
        return events == null ? List.of() : List.of(events.split(", ", -1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'valueCodeableConcept':PROGRESSION | WORSENED STATUS
            'valueCodeableConcept':{'text':'progressive disease'} | WORSENED STATUS
            'valueString':'stable disease' | STABLE STATUS
            'valueCodeableConcept':{'text':'possible progression'} | UNCONFIRMED STATUS
            'valueCodeableConcept':{'coding':[{'display':'possible progression'}]} | UNCONFIRMED STATUS
            'valueString':'mixed response' | UNCONFIRMED STATUS
            'valueString':'not evaluable' |
            'valueString':'no evidence of progression' |
            'valueCodeableConcept':{'coding':[{'code':'local-7'}]} |
            'valueInteger':1 |""")
    void aStatusIsReadFromItsCodeOrItsWordsAndDoubtStaysDoubt(String value, @Nullable String events) {
        String code = "'code':{'coding':[{'system':'http://loinc.org','code':'97509-4'}]},";
        assertThat(courses("Observation", code + value)).isEqualTo(listed(events));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'conclusion':'PD' | WORSENED STATUS
            'conclusion':'SD' | STABLE STATUS
            'conclusion':'not evaluable' |
            'conclusionCode':[PROGRESSION] | WORSENED STATUS
            'conclusionCode':[{'text':'PD'},STABLE] | STABLE STATUS, WORSENED STATUS
            'conclusionCode':[STABLE],'conclusion':'PD' | STABLE STATUS, WORSENED STATUS""")
    void aReportOfAResponseAssessmentAnswersThatQuestionEvenInLetters(String conclusion, @Nullable String events) {
        String code = "'code':{'coding':[{'system':'http://loinc.org','code':'97509-4'}]},";
        assertThat(courses("DiagnosticReport", code + conclusion)).isEqualTo(listed(events));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'conclusion':'PD' |
            'conclusion':'Disease progression.' | WORSENED REPORT_TEXT
            'conclusionCode':[PROGRESSION] | WORSENED STATUS
            'conclusionCode':[PROGRESSION],'conclusion':'Stable disease.' | STABLE REPORT_TEXT, WORSENED STATUS
            'conclusionCode':[{'text':'Disease progression'}] | WORSENED REPORT_TEXT
            'conclusionCode':[{'coding':[{'code':'local-7','display':'Disease progression'}]}] | WORSENED REPORT_TEXT
            'conclusionCode':[{'coding':[{'display':'Disease progression'}]}] | WORSENED REPORT_TEXT
            'conclusionCode':[{'coding':[{'code':'local-7'}]}] |""")
    void aConclusionInWordsIsHeardWhereverItStandsAndWeighsLessThanACode(String conclusion, @Nullable String events) {
        assertThat(courses("DiagnosticReport", "'code':{'text':'CT thorax and abdomen'}," + conclusion))
                .isEqualTo(listed(events));
    }
}
