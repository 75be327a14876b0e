package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every place of a record in which the drug may stand, from the JSON to the line of therapy. */
@Tag("HZ-08")
@Tag("HZ-09")
@Tag("HZ-08")
final class MedicationPlacesTest {

    private static final String GIVEN = "MedicationAdministration";
    private static final String RXNORM = "'system':'http://www.nlm.nih.gov/research/umls/rxnorm'";
    private static final String MEDICATION = "{'resourceType':'Medication','id':'m',";

    private static KidneyRecord given(String fields) {
        return KidneyRecord.diagnosed()
                .with(GIVEN, "x", "'status':'completed','effectiveDateTime':'2026-03-02'," + fields);
    }

    private static KidneyRecord procedure(String fields) {
        return KidneyRecord.diagnosed()
                .with("Procedure", "x", "'status':'completed','performedDateTime':'2026-03-02'," + fields);
    }

    private static String coding(String system, String code) {
        return "'code':{'coding':[{'system':'" + system + "','code':'" + code + "'}]}";
    }

    private static void assertNivolumab(KidneyRecord record) {
        assertThat(record.lines()).containsExactly("nivolumab 2026-03-02");
        assertThat(record.unidentified()).isZero();
    }

    @Test
    void codedOrInWordsInTheEntryItself() {
        assertNivolumab(given("'medicationCodeableConcept':{'coding':[{" + RXNORM + ",'code':'1597876'}]}"));
        assertNivolumab(given("'medicationCodeableConcept':{'text':'nivolumab'}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Medication/m",
                "https://ehr.example/fhir/Medication/m",
                "Medication/m/_history/4",
                "urn:uuid:7d4d8e9c-1f6e-4a61-9d5a-3b0b6a1d3c11"
            })
    void inAMedicationOfTheBundle(String reference) {
        assertNivolumab(given("'medicationReference':{'reference':'" + reference + "'}")
                .withEntry("{'fullUrl':'urn:uuid:7d4d8e9c-1f6e-4a61-9d5a-3b0b6a1d3c11','resource':" + MEDICATION
                        + "'code':{'text':'nivolumab'}}}"));
    }

    @Test
    void inAContainedMedication() {
        assertNivolumab(given("'contained':[" + MEDICATION
                + "'code':{'text':'nivolumab'}}],'medicationReference':{'reference':'#m'}"));
    }

    @Test
    void inTheDisplayOfAReferenceThatLeadsNowhere() {
        assertNivolumab(given("'medicationReference':{'reference':'Medication/gone','display':'OPDIVO IV'}"));
        assertNivolumab(given("'medicationReference':{'display':'nivolumab 240 mg'}"));
    }

    @Test
    void inAnIngredient() {
        assertNivolumab(given("'medicationReference':{'reference':'Medication/m'}")
                .with(MEDICATION + "'ingredient':[{'itemCodeableConcept':{'text':'nivolumab'}},"
                        + "{'itemCodeableConcept':{'text':'Dextrose 5 %'}}]}"));
        assertNivolumab(given("'medicationReference':{'reference':'Medication/m'}")
                .with(MEDICATION + "'ingredient':[{'itemReference':{'reference':'Medication/n'}}]}")
                .with("{'resourceType':'Medication','id':'n','code':{'text':'nivolumab'}}"));
        assertNivolumab(given("'medicationReference':{'reference':'Medication/m'}")
                .with(MEDICATION + "'ingredient':[{'itemReference':{'display':'Nivolumab'}}]}"));
    }

    @Test
    void inAMedicationContainedInTheReferencedOne() {
        String part = "'contained':[{'resourceType':'Medication','id':'n','code':{'text':'nivolumab'}}]";
        String bag = MEDICATION + part + ",'ingredient':[{'itemReference':{'reference':'#n'}}]}";
        assertNivolumab(
                given("'medicationReference':{'reference':'Medication/m'}").with(bag));
        // FHIR forbids to nest further; some send it all the same.
        assertNivolumab(given("'contained':[" + bag + "],'medicationReference':{'reference':'#m'}"));
    }

    @Test
    void ownContainedMedicationComesBeforeThatOfTheEntry() {
        String part = "'contained':[{'resourceType':'Medication','id':'n','code':{'text':'nivolumab'}}]";
        String other = "{'resourceType':'Medication','id':'n','code':{'text':'sunitinib'}}";
        String bag = MEDICATION + part + ",'ingredient':[{'itemReference':{'reference':'#n'}}]}";
        assertNivolumab(given("'contained':[" + bag + "," + other + "],'medicationReference':{'reference':'#m'}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
                "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets/",
                "http://terminology.hl7.org/CodeSystem/HCPCS-all-codes",
                "urn:oid:2.16.840.1.113883.6.285",
                "urn:oid:2.16.840.1.113883.6.14",
                "http://www.ama-assn.org/go/cpt",
                "urn:oid:2.16.840.1.113883.6.12"
            })
    void inTheBillingCodeOfAProcedure(String system) {
        assertNivolumab(procedure(coding(system, "J9299")));
        assertNivolumab(procedure(coding(system, "j9299")));
    }

    @ParameterizedTest
    @CsvSource({"J9999, 1", "J9308, 1", "J9299, 0", "J0897, 0", "99214, 0", "96413, 0"})
    void billedCancerDrugThatNobodyCanNameIsUnidentified(String code, int rows) {
        assertThat(procedure(coding("http://www.ama-assn.org/go/cpt", code)).unidentified())
                .isEqualTo(rows);
    }

    @Test
    void inTheWordsOfAProcedureThatIsSystemicTherapy() {
        assertNivolumab(procedure("'code':{'text':'Systemische Therapie Nivolumab'}"));
        assertNivolumab(procedure("'code':{'coding':[{'system':'http://fhir.de/CodeSystem/bfarm/ops','code':'6-008.m',"
                + "'display':'Applikation von Nivolumab, parenteral'}]}"));
        assertNivolumab(procedure("'code':{'text':'Administration of nivolumab'}"));
        assertThat(procedure("'code':{'text':'Administration of nivolumab, planning'}")
                        .lines())
                .isEmpty();
        assertThat(procedure("'code':{'text':'Nivolumab education visit'}").lines())
                .isEmpty();
        KidneyRecord course = KidneyRecord.diagnosed()
                .with(
                        "Procedure",
                        "x",
                        "'status':'completed','performedPeriod':{'start':'2026-03-02','end':'2026-08-01'},"
                                + "'code':{'text':'Immunotherapy: ipilimumab/nivolumab'}");
        assertThat(course.lines()).containsExactly("ipilimumab+nivolumab 2026-03-02");
        assertThat(course.facts().therapy().lines().get(0).end().text()).isEqualTo("2026-08-01");
    }

    @Test
    void codeAndWordsOfDifferentDrugsAreUsedForNeither() {
        String pembrolizumab = "'coding':[{" + RXNORM + ",'code':'1547545'}]";
        for (KidneyRecord record : List.of(
                given("'medicationCodeableConcept':{" + pembrolizumab + ",'text':'nivolumab 240 mg'}"),
                given("'medicationCodeableConcept':{'coding':[{" + RXNORM + ",'code':'1547545'},"
                        + "{'system':'http://www.whocc.no/atc','code':'L01FF01'}]}"),
                procedure("'code':{'coding':[{'system':'http://www.ama-assn.org/go/cpt','code':'J9271','display':"
                        + "'Injection, nivolumab, 1 mg'}]}"))) {
            assertThat(record.lines()).isEmpty();
            assertThat(record.unidentified()).isEqualTo(1);
            assertThat(record.facts().warnings()).anyMatch(warning -> warning.startsWith("conflict: code and text"));
        }
    }

    @Test
    @Tag("HZ-09")
    void drugsGivenForSomethingElseAreNoTherapyAndSaidSo() {
        String avastin = "'medicationCodeableConcept':{'text':'bevacizumab 1.25 mg/0.05 mL syringe'}";
        String everolimus = "'medicationCodeableConcept':{'text':'everolimus'}";
        for (KidneyRecord record : List.of(
                given(avastin),
                procedure("'code':{'coding':[{'system':'http://www.ama-assn.org/go/cpt','code':'C9257'}]}"),
                procedure("'bodySite':[{'text':'Left eye'}]," + coding("urn:oid:2.16.840.1.113883.6.285", "J9035")),
                procedure(
                        "'reasonCode':[{'coding':[{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'H35.3211'}]}],"
                                + coding("urn:oid:2.16.840.1.113883.6.285", "J9035")),
                given(everolimus + ",'reasonCode':[{'text':'Kidney transplant rejection prophylaxis'}]"),
                given(everolimus + ",'reasonCode':[{'coding':[{'system':'http://hl7.org/fhir/sid/icd-10-cm',"
                        + "'code':'Z94.0'}]}]"),
                given("'medicationCodeableConcept':{'text':'Zortress 0.75 MG Oral Tablet'}"),
                given("'medicationCodeableConcept':{'text':'fluorouracil 5 % cream'}"))) {
            assertThat(record.lines()).isEmpty();
            assertThat(record.unidentified()).isZero();
            assertThat(record.facts().warnings()).anyMatch(warning -> warning.startsWith("not counted as therapy: "));
        }
        assertThat(given(everolimus).lines()).containsExactly("everolimus 2026-03-02");
        assertThat(procedure(coding("urn:oid:2.16.840.1.113883.6.285", "J9035")).lines())
                .containsExactly("bevacizumab 2026-03-02");
    }

    @Test
    @Tag("HZ-09")
    void cometriqIsSaidToBeTheProductForAnotherCancer() {
        KidneyRecord record = given("'medicationCodeableConcept':{'coding':[{" + RXNORM + ",'code':'1363273'}]}");
        assertThat(record.facts().therapy().lines().get(0).provenance().get(0).basis())
                .startsWith("RxNorm 1363273 (")
                .contains("thyroid cancer");
    }

    @Test
    void entryThatDoesNotSayWhetherItWasGivenWeakensAbsence() {
        KidneyRecord record = KidneyRecord.diagnosed()
                .with(GIVEN, "x", "'status':'unknown','medicationCodeableConcept':{'text':'nivolumab'}");
        assertThat(record.unidentified()).isEqualTo(1);
        assertThat(record.facts().warnings())
                .contains("a therapy row does not say whether the drug was given; it counts as unidentified");
        assertThat(KidneyRecord.diagnosed()
                        .with(GIVEN, "x", "'status':'unknown','medicationCodeableConcept':{'text':'lisinopril'}")
                        .unidentified())
                .isZero();
    }
}
