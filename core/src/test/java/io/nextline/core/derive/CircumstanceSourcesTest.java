package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fact.Circumstances;
import io.nextline.core.fact.Provenance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which entry counts for death, pregnancy and comfort care where its codes, its dates or its value are incomplete. */
final class CircumstanceSourcesTest {

    private static Circumstances of(KidneyRecord patient) {
        return patient.facts().circumstances();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'valueBoolean':true,'effectiveDateTime':'2026-11-10' | true
            'valueBoolean':false,'effectiveDateTime':'2026-11-10' | false
            'valueBoolean':true | true
            'valueString':'renal cell carcinoma' | true
            'dataAbsentReason':{'text':'not applicable'} | false
            'note':[{'text':'asked'}] | false""")
    @Tag("HZ-21")
    void aCauseOrDateOfDeathIsADeathUnlessItIsDeniedOrSaysNothing(String fields, boolean dead) {
        String code = "'status':'final','code':{'coding':[{'system':'http://loinc.org','code':'68343-3'}]},";
        assertThat(of(KidneyRecord.diagnosed().with("Observation", "x", code + fields))
                        .death())
                .hasSize(dead ? 1 : 0);
    }

    @Test
    @Tag("HZ-21")
    void aDateOfDeathThatCannotBeReadIsTheDeathOfWhoBearsIt() {
        String merged = "{'resourceType':'Patient','id':'p2','deceasedDateTime':'in autumn',"
                + "'link':[{'type':'replaced-by','other':{'reference':'Patient/p1'}}]}";
        assertThat(of(KidneyRecord.diagnosed().with(merged)).death())
                .extracting(Provenance::reference)
                .containsExactly("Patient/p2");
        KidneyRecord nameless = new KidneyRecord().with("{'resourceType':'Patient','deceasedDateTime':'in autumn'}");
        assertThat(of(nameless).death()).extracting(Provenance::reference).containsExactly("Patient");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'text':'Pregnancy' | true
            'coding':[],'text':'Schwangerschaft' | true
            'coding':[{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'Z33.1'}],'text':'Visit' | true
            'coding':[{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'O24.419'}],'text':'Diabetes' | true
            'coding':[{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'Z31.9'}],'text':'Pregnancy advice' | false
            'coding':[{'system':'urn:oid:1.2.840.114350.1.13.861.1.7.2.696871','code':'1012'}],'text':'Pregnancy' | true
            'coding':[{'system':'http://hospital.example.org/problems','code':'7','display':'Pregnancy'}] | true
            'coding':[{'display':'Pregnancy'}] | true
            'coding':[{'code':'1012'}],'text':'Hypertension' | false
            'text':'Possible pregnancy' | false""")
    @Tag("HZ-20")
    void aProblemIsReadByItsCodesAndByItsWordsOnlyWhereAllAreASitesOwn(String code, boolean pregnant) {
        assertThat(of(KidneyRecord.diagnosed().with("Condition", "x", "'code':{" + code + "}"))
                        .pregnancy())
                .hasSize(pregnant ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'start':'2026-01-01' | false
            'start':'2026-01-01','end':'2026-03-01' | false
            'start':'2026-01-01','end':'2026-04-01' | true
            'start':'2026-03-05' | true
            'end':'2026-03-01' | false
            | true""")
    @Tag("HZ-21")
    void aDischargeToHospiceCountsFromTheDayOfLeavingElseOfComing(@Nullable String period, boolean comfortCare) {
        KidneyRecord patient = KidneyRecord.diagnosed()
                .with("MedicationAdministration", "dose", KidneyRecord.dose("nivolumab", "2026-03-02"))
                .with(
                        "Encounter",
                        "stay",
                        "'status':'finished',"
                                + (period == null ? "" : "'period':{" + period + "},")
                                + "'hospitalization':{'dischargeDisposition':{'coding':[{'system':"
                                + "'http://terminology.hl7.org/CodeSystem/discharge-disposition','code':'hosp'}]}}");
        assertThat(of(patient).comfortCare()).hasSize(comfortCare ? 1 : 0);
    }
}
