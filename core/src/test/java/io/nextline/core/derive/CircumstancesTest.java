package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.NoCardReason;
import io.nextline.core.fact.Circumstances;
import io.nextline.core.fact.PatientFacts;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Death in every form, pregnancy and lactation that are not over, hospice and comfort care. */
final class CircumstancesTest {

    private static final String SNOMED = "http://snomed.info/sct";
    private static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String ALIVE = "'birthDate':'1990-05-01','deceasedBoolean':false";

    private static boolean isDead(FhirPatient patient) {
        return patient.facts().deceased();
    }

    private static String disposition(String system, String code) {
        return "'status':'finished','period':{'start':'2026-11-01','end':'2026-11-09'},'hospitalization':"
                + "{'dischargeDisposition':{'coding':[{'system':'" + system + "','code':'" + code + "'}]}}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'deceasedBoolean':true | true
            'deceasedBoolean':false | false
            'deceasedDateTime':'2026-11-09T04:20:00Z' | true
            'deceasedDateTime':'2026-11-21' | true
            'deceasedDateTime':'2026' | true
            'deceasedDateTime':'2026-11-22' | false
            'deceasedDateTime':'2027' | false
            'deceasedDateTime':'in autumn' | true
            'gender':'male' | false""")
    @Tag("HZ-21")
    void deathIsReadFromThePatient(String fields, boolean dead) {
        assertThat(isDead(FhirPatient.of(fields))).isEqualTo(dead);
    }

    @Test
    void deathThatLiesAheadIsLeftOutWithAWarning() {
        PatientFacts facts = FhirPatient.of("'deceasedDateTime':'2026-11-22'").facts();
        assertThat(facts.deceased()).isFalse();
        assertThat(facts.warnings()).contains("a death dated after the day of evaluation was left out");
        assertThat(isDead(FhirPatient.of("'deceasedDateTime':'2026-11-22'").asOf(LocalDate.of(2026, 11, 22))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://terminology.hl7.org/CodeSystem/discharge-disposition,exp,true",
        "http://terminology.hl7.org/CodeSystem/discharge-disposition,home,false",
        "http://terminology.hl7.org/CodeSystem/discharge-disposition,hosp,false",
        "https://www.nubc.org/CodeSystem/PatDischargeStatus,20,true",
        "https://www.nubc.org/CodeSystem/PatDischargeStatus,41,true",
        "https://www.nubc.org/CodeSystem/PatDischargeStatus,01,false",
        "http://snomed.info/sct,371828006,true",
        "http://snomed.info/sct,306689006,false",
        "urn:local,20,false"
    })
    @Tag("HZ-21")
    void deathIsReadFromTheDischarge(String system, String code, boolean dead) {
        FhirPatient patient = FhirPatient.of(ALIVE).add("Encounter", disposition(system, code));
        assertThat(isDead(patient)).isEqualTo(dead);
        if (dead) {
            assertThat(patient.report().noCardReason()).isEqualTo(NoCardReason.DECEASED);
            assertThat(patient.facts().warnings()).anyMatch(warning -> warning.startsWith("conflict: the Patient"));
            assertThat(patient.facts().circumstances().death().get(0).element())
                    .isEqualTo("hospitalization.dischargeDisposition");
        }
    }

    @ParameterizedTest
    @CsvSource({"07,true,false", "11,false,true", "01,false,false"})
    @Tag("HZ-21")
    void reasonForDischargeIsReadWhereTheGermanProfilePutsIt(String code, boolean dead, boolean comfort) {
        String fields = "'status':'finished','period':{'start':'2026-11-01','end':'2026-11-09'},'hospitalization':"
                + "{'dischargeDisposition':{'extension':[{'url':'http://fhir.de/StructureDefinition/Entlassungsgrund',"
                + "'extension':[{'url':'ErsteUndZweiteStelle','valueCoding':{'system':"
                + "'http://fhir.de/CodeSystem/dkgev/EntlassungsgrundErsteUndZweiteStelle','code':'" + code + "'}}]}]}}";
        PatientFacts facts = FhirPatient.of(ALIVE).add("Encounter", fields).facts();
        assertThat(facts.deceased()).isEqualTo(dead);
        assertThat(facts.circumstances().comfortCare().isEmpty()).isEqualTo(!comfort);
    }

    @Test
    @Tag("HZ-21")
    void deathAsTheReasonWhyTherapyStoppedIsADeath() {
        String order = "'status':'stopped','intent':'order','authoredOn':'2026-03-02',"
                + "'medicationCodeableConcept':{'text':'nivolumab'},%s:%s";
        String reason = "{'coding':[{'system':'" + SNOMED + "','code':'%s'}]}";
        String dead = String.format(reason, "419620001");
        assertThat(isDead(FhirPatient.of(ALIVE).add("MedicationRequest", String.format(order, "'statusReason'", dead))))
                .isTrue();
        String extension =
                "[{'url':'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-treatment-termination-reason',"
                        + "'valueCodeableConcept':" + dead + "}]";
        assertThat(isDead(
                        FhirPatient.of(ALIVE).add("MedicationRequest", String.format(order, "'extension'", extension))))
                .isTrue();
        assertThat(isDead(FhirPatient.of(ALIVE)
                        .add(
                                "MedicationRequest",
                                String.format(order, "'statusReason'", String.format(reason, "407563006")))))
                .isFalse();
    }

    @Test
    void dischargeInWordsIsRead() {
        String words = "'status':'finished','hospitalization':{'dischargeDisposition':{'text':'%s'}}";
        assertThat(isDead(FhirPatient.of(ALIVE).add("Encounter", String.format(words, "Expired"))))
                .isTrue();
        assertThat(isDead(FhirPatient.of(ALIVE).add("Encounter", String.format(words, "Verstorben"))))
                .isTrue();
        assertThat(isDead(FhirPatient.of(ALIVE).add("Encounter", String.format(words, "Décédée"))))
                .isTrue();
        assertThat(isDead(FhirPatient.of(ALIVE).add("Encounter", String.format(words, "Non décédée"))))
                .isFalse();
        assertThat(isDead(FhirPatient.of(ALIVE).add("Encounter", String.format(words, "Not deceased"))))
                .isFalse();
        assertThat(isDead(FhirPatient.of(ALIVE).add("Encounter", String.format(words, "Home"))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "finished,true",
        "in-progress,true",
        "discharged,true",
        "entered-in-error,false",
        "cancelled,false",
        "planned,false"
    })
    @Tag("HZ-04")
    void dischargeCountsOnlyOfAnEncounterThatTookPlace(String status, boolean dead) {
        String expired = disposition("http://terminology.hl7.org/CodeSystem/discharge-disposition", "exp");
        String fields = expired.replace("'finished'", "'" + status + "'");
        assertThat(isDead(FhirPatient.of(ALIVE).add("Encounter", fields))).isEqualTo(dead);
    }

    @Test
    void dischargeThatLiesAheadIsNoDeath() {
        String fields = disposition("http://terminology.hl7.org/CodeSystem/discharge-disposition", "exp")
                .replace("2026-11-09", "2026-11-22");
        assertThat(isDead(FhirPatient.of(ALIVE).add("Encounter", fields))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            68343-3 | 'valueCodeableConcept':{'coding':[{'system':'http://fhir.de/CodeSystem/bfarm/icd-10-gm','code':'C64'}]} | true
            68343-3 | 'method':{'text':'registry'} | true
            68343-3 | 'dataAbsentReason':{'text':'not applicable'} | false
            81956-5 | 'valueDateTime':'2026-11-09' | true
            81956-5 | 'valueDateTime':'2026-12-09' | false
            67162-8 | 'valueCodeableConcept':{'coding':[{'system':'https://www.medizininformatik-initiative.de/fhir/core/modul-person/CodeSystem/Vitalstatus','code':'T'}]} | true
            67162-8 | 'valueCodeableConcept':{'coding':[{'system':'https://www.medizininformatik-initiative.de/fhir/core/modul-person/CodeSystem/Vitalstatus','code':'L'}]} | false
            67162-8 | 'valueCodeableConcept':{'coding':[{'system':'https://www.medizininformatik-initiative.de/fhir/core/modul-person/CodeSystem/Vitalstatus','code':'X'}]} | false
            67162-8 | 'valueString':'verstorben' | true
            67162-8 | 'valueString':'lebt' | false""")
    @Tag("HZ-21")
    void deathIsReadFromObservations(String loinc, String value, boolean dead) {
        assertThat(isDead(FhirPatient.of(ALIVE).observation(loinc, "2026-11-10", value)))
                .isEqualTo(dead);
    }

    @Test
    @Tag("HZ-21")
    void deathIsReadFromProblemsByCode() {
        assertThat(isDead(FhirPatient.of(ALIVE).problem(SNOMED, "419099009", "")))
                .isTrue();
        assertThat(isDead(FhirPatient.of(ALIVE).problem(ICD_10, "R99", ""))).isTrue();
        assertThat(isDead(FhirPatient.of(ALIVE).add("Condition", "'code':{'text':'Fear of death'}")))
                .isFalse();
    }

    private static Circumstances of(FhirPatient patient) {
        return patient.facts().circumstances();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://snomed.info/sct | 77386006 | 2026-09-01 | true
            http://hl7.org/fhir/sid/icd-10-cm | Z33.1 | 2026-09-01 | true
            http://hl7.org/fhir/sid/icd-10-cm | Z34.02 | 2026-09-01 | true
            http://hl7.org/fhir/sid/icd-10-cm | O09.512 | 2026-09-01 | true
            http://hl7.org/fhir/sid/icd-10-cm | Z3A.20 | 2026-09-01 | true
            http://fhir.de/CodeSystem/bfarm/icd-10-gm | Z33 | 2026-09-01 | true
            http://hl7.org/fhir/sid/icd-10-cm | Z33.2 | 2026-09-01 | false
            http://hl7.org/fhir/sid/icd-10-cm | O80 | 2026-09-01 | false
            http://hl7.org/fhir/sid/icd-10-cm | Z32.02 | 2026-09-01 | false
            http://snomed.info/sct | 77386006 | 2026-01-24 | true
            http://snomed.info/sct | 77386006 | 2026-01-23 | false
            http://snomed.info/sct | 77386006 | 2015 | false
            urn:local | Z33.1 | 2026-09-01 | false""")
    @Tag("HZ-20")
    void pregnancyIsCurrentUnlessItMustBeOver(String system, String code, String onset, boolean pregnant) {
        FhirPatient patient = FhirPatient.of(ALIVE).problem(system, code, ",'onsetDateTime':'" + onset + "'");
        assertThat(patient.facts().pregnancy()).isEqualTo(pregnant);
    }

    @Test
    @Tag("HZ-20")
    void resolvedOrEndedPregnancyIsNotCurrent() {
        String resolved = "'clinicalStatus':{'coding':[{'code':'resolved'}]},'onsetDateTime':'2026-09-01',"
                + "'code':{'coding':[{'system':'http://snomed.info/sct','code':'77386006'}]}";
        assertThat(FhirPatient.of(ALIVE).add("Condition", resolved).facts().pregnancy())
                .isFalse();
        FhirPatient delivered = FhirPatient.of(ALIVE)
                .problem(ICD_10, "Z34.02", ",'onsetDateTime':'2026-03-01'")
                .problem(ICD_10, "O80", ",'onsetDateTime':'2026-10-01'");
        assertThat(delivered.facts().pregnancy()).isFalse();
        FhirPatient again = delivered.problem(ICD_10, "Z33.1", ",'onsetDateTime':'2026-11-15'");
        assertThat(again.facts().pregnancy()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            82810-3 | 2026-11-01 | 'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA15173-0'}]} | true
            82810-3 | 2026-01-23 | 'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA15173-0'}]} | false
            82810-3 | 2026-11-01 | 'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA26683-5'}]} | false
            82810-3 | 2026-11-01 | 'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA4489-6'}]} | false
            82810-3 | 2026-11-01 | 'valueString':'pregnant' | true
            82810-3 | 2026-11-01 | 'valueString':'not pregnant' | false
            82810-3 | 2026-11-01 | 'valueBoolean':true | true
            11778-8 | 2026-11-01 | 'valueDateTime':'2027-02-01' | true
            11778-8 | 2026-06-01 | 'valueDateTime':'2026-10-31' | true
            11778-8 | 2026-06-01 | 'valueDateTime':'2026-10-30' | false
            11778-8 | 2026-11-01 | 'valueDateTime':'2028-02-01' | false""")
    @Tag("HZ-20")
    void pregnancyIsReadFromObservations(String loinc, String day, String value, boolean pregnant) {
        assertThat(FhirPatient.of(ALIVE).observation(loinc, day, value).facts().pregnancy())
                .isEqualTo(pregnant);
    }

    @Test
    void laterStatusTakesThePregnancyBackAndAnEarlierOneDoesNot() {
        String not = "'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA26683-5'}]}";
        FhirPatient patient = FhirPatient.of(ALIVE).problem(SNOMED, "77386006", ",'onsetDateTime':'2026-08-01'");
        assertThat(patient.observation("82810-3", "2026-07-01", not).facts().pregnancy())
                .isTrue();
        assertThat(patient.observation("82810-3", "2026-08-01", not).facts().pregnancy())
                .isTrue();
        assertThat(patient.observation("82810-3", "2026-10-01", not).facts().pregnancy())
                .isFalse();
    }

    @Test
    @Tag("HZ-20")
    void breastfeedingIsReadAndPasses() {
        String yes = "'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA29252-6'}]}";
        String no = "'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA29253-4'}]}";
        assertThat(of(FhirPatient.of(ALIVE).observation("63895-7", "2026-10-01", yes))
                        .lactation())
                .hasSize(1);
        assertThat(of(FhirPatient.of(ALIVE).observation("63895-7", "2026-10-01", no))
                        .lactation())
                .isEmpty();
        assertThat(of(FhirPatient.of(ALIVE).observation("63895-7", "2024-11-20", yes))
                        .lactation())
                .isEmpty();
        assertThat(of(FhirPatient.of(ALIVE).problem(ICD_10, "Z39.1", "")).lactation())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Procedure,http://snomed.info/sct,385763009,true",
        "Procedure,http://snomed.info/sct,133918004,true",
        "Procedure,https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets,Q5001,true",
        "Procedure,http://snomed.info/sct,103735009,false",
        "Procedure,http://snomed.info/sct,363676003,false"
    })
    @Tag("HZ-21")
    void hospiceAndComfortCareAreReadAndPalliativeCareIsNeither(
            String type, String system, String code, boolean found) {
        String fields = "'status':'in-progress','performedDateTime':'2026-11-10','code':{'coding':[{'system':'" + system
                + "','code':'" + code + "'}]}";
        FhirPatient patient = FhirPatient.of(ALIVE).add(type, fields);
        assertThat(patient.facts().inComfortCare()).isEqualTo(found);
    }

    @Test
    @Tag("HZ-21")
    void palliativeCareAndResuscitationStatusSuppressNothing() {
        assertThat(FhirPatient.of(ALIVE).problem(ICD_10, "Z51.5", "").facts().inComfortCare())
                .isFalse();
        assertThat(FhirPatient.of(ALIVE).problem(ICD_10, "Z66", "").facts().inComfortCare())
                .isFalse();
    }

    @Test
    void hospiceThatEndedOrWasNotDoneIsNotCurrent() {
        String hospice = "'code':{'coding':[{'system':'http://snomed.info/sct','code':'385763009'}]}";
        FhirPatient ended = FhirPatient.of(ALIVE)
                .add(
                        "Procedure",
                        "'status':'completed','performedPeriod':{'start':'2026-05-01','end':'2026-07-01'}," + hospice);
        assertThat(ended.facts().inComfortCare()).isFalse();
        FhirPatient refused = FhirPatient.of(ALIVE)
                .add("Procedure", "'status':'not-done','performedDateTime':'2026-11-10'," + hospice);
        assertThat(refused.facts().inComfortCare()).isFalse();
    }

    private static FhirPatient progressed() {
        FhirPatient patient = FhirPatient.of(ALIVE);
        for (String day : new String[] {"2026-01-10", "2026-02-10", "2026-03-10", "2026-04-10"}) {
            patient.add(
                    "MedicationAdministration",
                    "'status':'completed','effectiveDateTime':'" + day
                            + "','medicationCodeableConcept':{'text':'nivolumab'}");
        }
        return patient.problem(SNOMED, "94391008", ",'onsetDateTime':'2025-12-01'")
                .observation(
                        "97509-4",
                        "2026-05-01",
                        "'valueCodeableConcept':{'coding':[{'system':'http://snomed.info/sct','code':'271299001'}]}");
    }

    @Test
    @Tag("HZ-21")
    void hospiceShowsNoCardAndTheAssessmentSaysWhy() {
        assertThat(progressed().report().cards()).isNotEmpty();
        EvidenceReport report = progressed()
                .add("Encounter", disposition("http://terminology.hl7.org/CodeSystem/discharge-disposition", "hosp"))
                .report();
        assertThat(report.cards()).isEmpty();
        assertThat(report.noCardReason()).isEqualTo(NoCardReason.NOTHING_APPLIES);
        assertThat(report.facts().circumstances().ids()).containsExactly("comfort-care");
        assertThat(report.facts().warnings())
                .anyMatch(warning -> warning.startsWith("hospice or comfort care is recorded"));
    }

    @Test
    void therapyBegunLaterShowsThatHospiceWasGivenUp() {
        EvidenceReport report = progressed()
                .add(
                        "Procedure",
                        "'status':'completed','performedDateTime':'2025-11-10',"
                                + "'code':{'coding':[{'system':'http://snomed.info/sct','code':'385763009'}]}")
                .report();
        assertThat(report.cards()).isNotEmpty();
        assertThat(report.facts().inComfortCare()).isFalse();
        assertThat(report.facts().warnings())
                .anyMatch(warning -> warning.contains("before the latest line of therapy"));
    }
}
