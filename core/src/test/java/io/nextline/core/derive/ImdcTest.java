package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fact.Imdc;
import io.nextline.core.fact.Imdc.Factor;
import io.nextline.core.fact.Imdc.Group;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The six IMDC factors: by the laboratory's own limits, in any unit, never from a value that is not understood. */
final class ImdcTest {

    private static final String HB = "718-7";
    private static final String CALCIUM = "17861-6";
    private static final String ALBUMIN = "1751-7";
    private static final String RECENT = "2026-11-01";

    private static Imdc imdc(FhirPatient patient) {
        return Objects.requireNonNull(patient.facts().imdc());
    }

    private static String told(FhirPatient patient, Factor factor) {
        Boolean known =
                Objects.requireNonNull(imdc(patient).factors().get(factor)).orNull();
        return known == null ? "unknown" : known.toString();
    }

    private static String haemoglobin(String fields) {
        return told(FhirPatient.withRcc().observation(HB, RECENT, fields), Factor.HAEMOGLOBIN);
    }

    @ParameterizedTest
    @CsvSource({
        "718-7,11.9,g/dL,12,16,true",
        "718-7,12,g/dL,12,16,false",
        "718-7,119,g/L,120,160,true",
        "718-7,7.4,mmol/L,7.5,9.9,true",
        "718-7,13.5,g/L,120,160,unknown",
        "718-7,135,g/dL,12,16,unknown",
        "718-7,12,'',11,16,unknown",
        "718-7,12,mg/dL,11,16,unknown",
        "718-7,12,%,11,16,unknown",
        "20509-6,119,G/L,120,160,true",
        "59260-0,7.0,mmol/L,7.5,9.9,true"
    })
    @Tag("HZ-11")
    @Tag("HZ-12")
    void haemoglobinIsJudgedInItsUnitByItsLimits(
            String loinc, String value, String unit, String low, String high, String expected) {
        assertThat(told(FhirPatient.withRcc().lab(loinc, RECENT, value, unit, low, high), Factor.HAEMOGLOBIN))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "751-8,8.1,10*9/L,true",
        "751-8,7.7,10*3/uL,false",
        "751-8,8.1,K/uL,true",
        "26499-4,8.1,10*3/\u00b5L,true",
        "753-4,8.1,/nL,true",
        "753-4,8.1,G/L,true",
        "753-4,8.1,10\u2079/L,true",
        "751-8,8.1,%,unknown",
        "751-8,8.1,/uL,unknown",
        "751-8,8100,10*9/L,unknown",
        "770-8,8.1,10*9/L,unknown"
    })
    @Tag("HZ-11")
    void neutrophilsAreAbsoluteCounts(String loinc, String value, String unit, String expected) {
        assertThat(told(FhirPatient.withRcc().lab(loinc, RECENT, value, unit, "1.8", "7.7"), Factor.NEUTROPHILS))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "777-3,401,10*9/L,150,400,true",
        "777-3,400,10*9/L,150,400,false",
        "26515-7,401000,/uL,150000,400000,true",
        "777-3,401000,/uL,150,400,unknown",
        "777-3,401,/uL,150,400,unknown",
        "32623-1,9.8,fL,7,12,unknown"
    })
    @Tag("HZ-11")
    void plateletsAreCounts(String loinc, String value, String unit, String low, String high, String expected) {
        assertThat(told(FhirPatient.withRcc().lab(loinc, RECENT, value, unit, low, high), Factor.PLATELETS))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "9.6,mg/dL,10.2,4.0,g/dL,false",
        "9.6,mg/dL,10.2,3.0,g/dL,true",
        "10.2,mg/dL,10.2,4.0,g/dL,false",
        "2.40,mmol/L,2.55,40,g/L,false",
        "2.40,mmol/L,2.55,30,g/L,true",
        "9.6,mg/dL,10.2,30,g/L,true",
        "9.6,mmol/L,10.2,4.0,g/dL,unknown",
        "2.4,mg/dL,2.55,4.0,g/dL,unknown",
        "1.2,mmol/L,1.33,40,g/L,unknown",
        "9.6,mg/dL,10.2,4.0,'',unknown"
    })
    @Tag("HZ-11")
    void calciumIsCorrectedForAlbuminInEitherUnitSystem(
            String value, String unit, String high, String albumin, String albuminUnit, String expected) {
        FhirPatient patient = FhirPatient.withRcc()
                .lab(CALCIUM, RECENT, value, unit, "", high)
                .lab(ALBUMIN, RECENT, albumin, albuminUnit, "", "");
        assertThat(told(patient, Factor.CALCIUM)).isEqualTo(expected);
    }

    @Test
    @Tag("HZ-11")
    void ionisedCalciumIsNeverTotalCalcium() {
        FhirPatient albumin = FhirPatient.withRcc().lab(ALBUMIN, RECENT, "4.0", "g/dL", "", "");
        assertThat(told(albumin.lab("1994-3", RECENT, "5.6", "mg/dL", "4.5", "5.3"), Factor.CALCIUM))
                .isEqualTo("unknown");
        for (String name :
                new String[] {"Calcium, ionized", "Free calcium", "iCa", "Calcium ion", "Ionisiertes Kalzium"}) {
            String fields = "'status':'final','effectiveDateTime':'2026-11-01','code':{'text':'" + name
                    + "'},'valueQuantity':{'value':5.6,'unit':'mg/dL'},'referenceRange':[{'high':{'value':5.5}}]";
            assertThat(told(albumin.add("Observation", fields), Factor.CALCIUM))
                    .as(name)
                    .isEqualTo("unknown");
        }
    }

    @Test
    void calciumWithoutAlbuminIsOpenUnlessItIsReportedCorrected() {
        FhirPatient alone = FhirPatient.withRcc().lab(CALCIUM, RECENT, "11", "mg/dL", "8.6", "10.2");
        assertThat(told(alone, Factor.CALCIUM)).isEqualTo("unknown");
        assertThat(told(alone.lab("29265-6", RECENT, "11", "mg/dL", "8.6", "10.2"), Factor.CALCIUM))
                .isEqualTo("true");
    }

    @Test
    void albuminOfTheNearestDayCorrects() {
        FhirPatient patient = FhirPatient.withRcc()
                .lab(CALCIUM, "2026-11-01", "9.6", "mg/dL", "", "10.2")
                .lab(ALBUMIN, "2026-11-01", "3.0", "g/dL", "", "")
                .lab(ALBUMIN, "2026-11-15", "4.2", "g/dL", "", "");
        assertThat(told(patient, Factor.CALCIUM)).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            12.0-16.0 | true
            12.0 - 16.0 g/dL | true
            120 \u2013 160 g/L | true
            12,0-16,0 | true
            12 to 16 | true
            >=12 | true
            > 12.0 | true
            <16 | unknown
            up to 16 | unknown
            M: 13.5-17.5; F: 12.0-16.0 | unknown
            12.0-16.0 (adult female) | unknown
            16.0-12.0 | unknown
            12 | unknown
            normal | unknown
            120-160 | unknown
            1,200-1,600 | unknown""")
    @Tag("HZ-12")
    void limitsInWordsAreReadOrLeaveTheFactorOpen(String text, String expected) {
        assertThat(haemoglobin(
                        "'valueQuantity':{'value':11.5,'unit':'g/dL'},'referenceRange':[{'text':'" + text + "'}]"))
                .isEqualTo(expected);
    }

    @Test
    @Tag("HZ-12")
    void upperLimitInWordsIsRead() {
        String fields = "'valueQuantity':{'value':420,'unit':'10*9/L'},'referenceRange':[{'text':'<400'}]";
        assertThat(told(FhirPatient.withRcc().observation("777-3", RECENT, fields), Factor.PLATELETS))
                .isEqualTo("true");
    }

    @Test
    @Tag("HZ-12")
    void rangesThatDisagreeLeaveTheFactorOpenAndFlagsMayDecide() {
        String ranges = "'referenceRange':[{'low':{'value':13.5}},{'low':{'value':12.0}}]";
        assertThat(haemoglobin("'valueQuantity':{'value':12.6,'unit':'g/dL'}," + ranges))
                .isEqualTo("unknown");
        assertThat(haemoglobin("'valueQuantity':{'value':11.6,'unit':'g/dL'}," + ranges))
                .isEqualTo("true");
        assertThat(haemoglobin("'valueQuantity':{'value':14,'unit':'g/dL'}," + ranges))
                .isEqualTo("false");
        String flag = "'interpretation':[{'coding':[{'code':'%s'}]}]";
        String bare = "'valueQuantity':{'value':12.6,'unit':'g/dL'},";
        assertThat(haemoglobin(bare + String.format(flag, "L"))).isEqualTo("true");
        assertThat(haemoglobin(bare + String.format(flag, "N"))).isEqualTo("false");
        assertThat(haemoglobin(bare + String.format(flag, "H"))).isEqualTo("false");
        assertThat(haemoglobin(bare + String.format(flag, "A"))).isEqualTo("unknown");
        assertThat(haemoglobin(bare + "'interpretation':[{'coding':[{'code':'L'},{'code':'H'}]}]"))
                .isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'valueQuantity':{'value':8,'comparator':'<','unit':'g/dL'} | true
            'valueQuantity':{'value':12,'comparator':'<','unit':'g/dL'} | true
            'valueQuantity':{'value':12,'comparator':'<=','unit':'g/dL'} | unknown
            'valueQuantity':{'value':12,'comparator':'>=','unit':'g/dL'} | false
            'valueQuantity':{'value':11,'comparator':'>','unit':'g/dL'} | unknown
            'valueQuantity':{'value':11,'comparator':'ad','unit':'g/dL'} | unknown
            'valueString':'11.5 g/dL' | true
            'valueString':'<8 g/dL' | true
            'valueString':'11.5' | unknown
            'valueString':'11.5-12.5 g/dL' | unknown
            'valueString':'low' | unknown
            'valueRatio':{'numerator':{'value':11,'unit':'g/dL'}} | unknown
            'valueInteger':11 | unknown
            'valueQuantity':{'value':11,'unit':'g/dL','code':'g/L'} | unknown
            'valueQuantity':{'value':11,'unit':'grams','code':'g/dL'} | true
            'valueQuantity':{'value':11,'unit':'g/dL','code':'GDL'} | true
            'valueQuantity':{'value':11,'unit':'g/dL'},'dataAbsentReason':{'text':'error'} | unknown
            'dataAbsentReason':{'text':'not performed'} | unknown""")
    @Tag("HZ-13")
    void whatIsNoPlainNumberIsAnIntervalOrNothing(String value, String expected) {
        assertThat(haemoglobin(value + ",'referenceRange':[{'low':{'value':12,'unit':'g/dL'}}]"))
                .isEqualTo(expected);
    }

    @Test
    void componentOfAPanelIsRead() {
        String panel = "'component':[{'code':{'coding':[{'system':'http://loinc.org','code':'718-7'}]},"
                + "'valueQuantity':{'value':11,'unit':'g/dL'},'referenceRange':[{'low':{'value':12}}]}]";
        assertThat(told(FhirPatient.withRcc().observation("58410-2", RECENT, panel), Factor.HAEMOGLOBIN))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-22,true",
        "2026-09-21,unknown",
        "2026-09,unknown",
        "2026-10,true",
        "2026-11-21,true",
        "2026-11-22,unknown"
    })
    @Tag("HZ-15")
    void valueIsTooOldAfterSixtyDaysAndWhenItMayBe(String day, String expected) {
        assertThat(told(FhirPatient.withRcc().lab(HB, day, "11", "g/dL", "12", "16"), Factor.HAEMOGLOBIN))
                .isEqualTo(expected);
    }

    @Test
    @Tag("HZ-15")
    void valueFromBeforeTheLineThatFailedIsNotOfNow() {
        FhirPatient patient = FhirPatient.withRcc()
                .add(
                        "MedicationAdministration",
                        "'status':'completed','effectiveDateTime':'2026-10-10',"
                                + "'medicationCodeableConcept':{'text':'nivolumab'}")
                .lab(HB, "2026-10-09", "11", "g/dL", "12", "16");
        assertThat(told(patient, Factor.HAEMOGLOBIN)).isEqualTo("true");
        patient.problem("http://snomed.info/sct", "94391008", ",'onsetDateTime':'2026-01-01'")
                .observation(
                        "97509-4",
                        "2026-11-10",
                        "'valueCodeableConcept':{'coding':[{'system':'http://snomed.info/sct','code':'271299001'}]}");
        assertThat(told(patient, Factor.HAEMOGLOBIN)).isEqualTo("unknown");
        assertThat(told(patient.lab(HB, "2026-10-10", "11", "g/dL", "12", "16"), Factor.HAEMOGLOBIN))
                .isEqualTo("true");
    }

    @Test
    void newestValueCountsAndTwoOfOneDayThatDisagreeDoNot() {
        FhirPatient patient = FhirPatient.withRcc()
                .lab(HB, "2026-10-01", "11", "g/dL", "12", "16")
                .lab(HB, "2026-10-20", "13", "g/dL", "12", "16");
        assertThat(told(patient, Factor.HAEMOGLOBIN)).isEqualTo("false");
        assertThat(told(patient.lab(HB, "2026-10-20", "11.5", "g/dL", "12", "16"), Factor.HAEMOGLOBIN))
                .isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            89243-0 | 'valueInteger':70 | true
            89243-0 | 'valueInteger':80 | false
            89247-1 | 'valueInteger':0 | false
            89247-1 | 'valueInteger':1 | unknown
            89247-1 | 'valueInteger':2 | true
            89247-1 | 'valueString':'2-3' | true
            89247-1 | 'valueString':'1-2' | unknown""")
    void ecogOneAndRangesOverTheBorderLeaveTheKarnofskyFactorOpen(String loinc, String value, String expected) {
        assertThat(told(FhirPatient.withRcc().observation(loinc, RECENT, value), Factor.KARNOFSKY))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-09,true",
        "2025-01-10,false",
        "2025-01,unknown",
        "2025,unknown",
        "2024-12,true",
        "2025-02,false",
        "2026,false"
    })
    @Tag("HZ-14")
    void yearFromDiagnosisToTherapyIsCountedWithImpreciseDates(String start, String expected) {
        FhirPatient patient = FhirPatient.withRcc()
                .problem("http://snomed.info/sct", "94391008", ",'onsetDateTime':'2024-01-10'")
                .add(
                        "MedicationAdministration",
                        "'status':'completed','effectiveDateTime':'" + start
                                + "','medicationCodeableConcept':{'text':'nivolumab'}");
        assertThat(told(patient, Factor.TIME)).isEqualTo(expected);
    }

    @Test
    void aYearOrMoreNeedsTheWholeMedicationRecord() {
        FhirPatient patient = FhirPatient.withRcc()
                .problem("http://snomed.info/sct", "94391008", ",'onsetDateTime':'2024-01-10'")
                .add(
                        "MedicationAdministration",
                        "'status':'completed','effectiveDateTime':'2025-06-01',"
                                + "'medicationCodeableConcept':{'text':'nivolumab'}");
        assertThat(told(patient, Factor.TIME)).isEqualTo("false");
        patient.add(
                "MedicationAdministration",
                "'status':'completed','effectiveDateTime':'2024-03-01',"
                        + "'medicationCodeableConcept':{'text':'study drug'}");
        assertThat(told(patient, Factor.TIME)).isEqualTo("unknown");
    }

    @Test
    void missingFactorsAreARangeOfGroups() {
        FhirPatient patient = FhirPatient.withRcc()
                .lab(HB, RECENT, "11", "g/dL", "12", "16")
                .lab("751-8", RECENT, "5", "10*9/L", "1.8", "7.7")
                .lab("777-3", RECENT, "300", "10*9/L", "150", "400")
                .observation("89243-0", RECENT, "'valueInteger':90");
        assertThat(imdc(patient).groups()).containsExactly(Group.INTERMEDIATE, Group.POOR);
        assertThat(imdc(FhirPatient.withRcc()).groups())
                .containsExactly(Group.FAVOURABLE, Group.INTERMEDIATE, Group.POOR);
    }
}
