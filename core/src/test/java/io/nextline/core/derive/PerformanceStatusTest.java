package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fact.Finding;
import io.nextline.core.fact.PerformanceStatus;
import io.nextline.core.fact.Provenance;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ECOG and Karnofsky in every shape in which records hold them, and how old they may be. */
final class PerformanceStatusTest {

    private static final String ECOG = "89247-1";
    private static final String KARNOFSKY = "89243-0";
    private static final String RECENT = "2026-11-01";

    private static @Nullable PerformanceStatus of(FhirPatient patient) {
        return patient.facts().performanceStatus().orNull();
    }

    private static String told(FhirPatient patient) {
        PerformanceStatus status = of(patient);
        return status == null ? "unknown" : status.text();
    }

    private static String ecog(String value) {
        return told(FhirPatient.withRcc().observation(ECOG, RECENT, value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'valueInteger':0 | 0
            'valueInteger':5 | 5
            'valueInteger':6 | unknown
            'valueInteger':-1 | unknown
            'valueQuantity':{'value':2,'unit':'{score}'} | 2
            'valueQuantity':{'value':2.0} | 2
            'valueQuantity':{'value':1.5} | unknown
            'valueQuantity':{'value':1,'comparator':'<'} | unknown
            'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA9622-7'}]} | 0
            'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA9624-3'}],'text':'Up and about more than 50% of waking hours'} | 2
            'valueCodeableConcept':{'coding':[{'system':'http://snomed.info/sct','code':'423053003'}]} | 3
            'valueCodeableConcept':{'coding':[{'system':'http://snomed.info/sct','code':'425389002'},{'system':'http://loinc.org','code':'LA9623-5'}],'text':'?'} | unknown
            'valueCodeableConcept':{'coding':[{'system':'https://www.medizininformatik-initiative.de/fhir/ext/modul-onko/CodeSystem/mii-cs-onko-allgemeiner-leistungszustand-ecog','code':'1'}]} | 1
            'valueCodeableConcept':{'coding':[{'system':'urn:local','code':'9'}],'text':'ECOG 4'} | 4
            'valueCodeableConcept':{'coding':[{'system':'urn:local','code':'9','display':'2 - ambulatory, up more than 50 % of the day'}]} | 2
            'valueString':'ECOG 1' | 1
            'valueString':'ECOG PS: 2' | 2
            'valueString':'PS 0-1' | 0 to 1
            'valueString':'1 to 2' | 1 to 2
            'valueString':'0/1' | 0 to 1
            'valueString':'2-1' | unknown
            'valueString':'1-1' | unknown
            'valueString':'ECOG 1.' | 1
            'valueString':'Grade 2. Ambulatory' | 2
            'valueString':'ECOG 1 (KPS 80)' | unknown
            'valueString':'between 1 and 2' | unknown
            'valueString':'1.5' | unknown
            'valueString':'not assessed' | unknown
            'valueString':'1/5, 2/5' | unknown
            'valueBoolean':true | unknown
            'dataAbsentReason':{'text':'unknown'},'valueInteger':1 | unknown""")
    @Tag("HZ-13")
    void ecogIsReadInEveryShapeAndNeverGuessed(String value, String expected) {
        assertThat(ecog(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "100,0",
        "90,0",
        "80,1",
        "70,1",
        "60,2",
        "50,2",
        "40,3",
        "30,3",
        "20,4",
        "10,4",
        "0,5",
        "85,unknown",
        "110,unknown"
    })
    void karnofskyIsReadAsEcog(String karnofsky, String ecog) {
        assertThat(told(FhirPatient.withRcc().observation(KARNOFSKY, RECENT, "'valueInteger':" + karnofsky)))
                .isEqualTo(ecog);
        assertThat(told(FhirPatient.withRcc().observation(KARNOFSKY, RECENT, "'valueString':'KPS " + karnofsky + "%'")))
                .isEqualTo(ecog);
    }

    @Test
    void codedKarnofskyAnswersAreRead() {
        String answer = "'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA29178-3'}]}";
        PerformanceStatus status = of(FhirPatient.withRcc().observation(KARNOFSKY, RECENT, answer));
        assertThat(status).isNotNull();
        assertThat(status.karnofsky()).isEqualTo(70);
        assertThat(told(FhirPatient.withRcc().observation("89245-5", RECENT, answer)))
                .isEqualTo("1");
    }

    @Test
    void karnofskyRangeThatSpansTwoEcogScoresIsARange() {
        assertThat(told(FhirPatient.withRcc().observation(KARNOFSKY, RECENT, "'valueString':'80-90'")))
                .isEqualTo("0 to 1");
        assertThat(told(FhirPatient.withRcc().observation(KARNOFSKY, RECENT, "'valueString':'70-80'")))
                .isEqualTo("1");
    }

    @Test
    void localCodesAreReadByTheirWords() {
        String local = "'status':'final','effectiveDateTime':'2026-11-01','valueString':'1',"
                + "'code':{'coding':[{'system':'urn:oid:1.2.840.114350.1','code':'1570'}],'text':'ECOG Performance Status'}";
        assertThat(told(FhirPatient.withRcc().add("Observation", local))).isEqualTo("1");
    }

    @Test
    void scoreInAComponentIsRead() {
        String panel =
                "'component':[{'code':{'coding':[{'system':'http://loinc.org','code':'89247-1'}]},'valueInteger':2}]";
        FhirPatient patient = FhirPatient.withRcc().observation("11450-4", RECENT, panel);
        assertThat(told(patient)).isEqualTo("2");
        List<Provenance> from = patient.facts().performanceStatus().fold(Finding.Known::provenance, open -> List.of());
        assertThat(from).extracting(Provenance::element).containsExactly("component.value");
    }

    @Test
    void theNewerOfTwoScalesCountsAndEcogOnOneDay() {
        FhirPatient both = FhirPatient.withRcc().observation(ECOG, "2026-10-01", "'valueInteger':0");
        assertThat(told(both.observation(KARNOFSKY, "2026-10-01", "'valueInteger':50")))
                .isEqualTo("0");
        assertThat(told(both.observation(KARNOFSKY, "2026-10-02", "'valueInteger':60")))
                .isEqualTo("2");
    }

    @Test
    void differingScoresOfOneDayMakeARangeAndAWarning() {
        FhirPatient patient = FhirPatient.withRcc()
                .observation(ECOG, RECENT, "'valueInteger':2")
                .observation(ECOG, RECENT, "'valueInteger':1");
        assertThat(told(patient)).isEqualTo("1 to 2");
        assertThat(patient.facts().warnings()).contains("conflict: the performance scores of 2026-11-01 differ");
        FhirPatient same = FhirPatient.withRcc()
                .observation(ECOG, RECENT, "'valueInteger':1")
                .observation(ECOG, RECENT, "'valueString':'ECOG 1'");
        assertThat(told(same)).isEqualTo("1");
        assertThat(same.facts().warnings()).noneMatch(warning -> warning.contains("performance"));
    }

    @Test
    void ecogFiveIsAContradictionThatIsWarnedOf() {
        assertThat(FhirPatient.withRcc()
                        .observation(ECOG, RECENT, "'valueInteger':5")
                        .facts()
                        .warnings())
                .anyMatch(warning -> warning.contains("says that the patient has died"));
    }

    @ParameterizedTest
    @CsvSource({"2026-08-23,false", "2026-08-22,true", "2026-08,true", "2026-09,false", "2026,true", "2026-11-21,false"
    })
    @Tag("HZ-15")
    void scoreIsOldAfterNinetyDaysAndWhenItMayBeOlder(String day, boolean stale) {
        PerformanceStatus status = of(FhirPatient.withRcc().observation(ECOG, day, "'valueInteger':1"));
        assertThat(status).isNotNull();
        assertThat(status.stale()).isEqualTo(stale);
        assertThat(status.date().text()).isEqualTo(day);
    }

    @Test
    @Tag("HZ-04")
    @Tag("HZ-14")
    void whatIsNotFinalOrLiesAheadIsNoScore() {
        for (String status : new String[] {"preliminary", "registered", "cancelled", "entered-in-error", "unknown"}) {
            String fields = "'status':'" + status + "','effectiveDateTime':'2026-11-01','valueInteger':1,"
                    + "'code':{'coding':[{'system':'http://loinc.org','code':'89247-1'}]}";
            assertThat(told(FhirPatient.withRcc().add("Observation", fields)))
                    .as(status)
                    .isEqualTo("unknown");
        }
        assertThat(told(FhirPatient.withRcc().observation(ECOG, "2026-11-22", "'valueInteger':1")))
                .isEqualTo("unknown");
        FhirPatient tomorrow = FhirPatient.withRcc().observation(ECOG, "2026-11-22", "'valueInteger':1");
        assertThat(told(tomorrow.asOf(LocalDate.of(2026, 11, 22)))).isEqualTo("1");
    }
}
