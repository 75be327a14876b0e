package io.nextline.core.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncounterReaderTest {

    private static PatientRecord read(String fields) {
        String json = "{'resourceType':'Encounter','id':'e'," + fields + "}";
        return FhirJson.READER.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static Encounter encounter(String fields) {
        return read(fields).encounters().get(0);
    }

    @Test
    void onlyWhatTellsHowItEndedIsRead() {
        Encounter stay = encounter("'status':'finished','subject':{'reference':'Patient/p'},'class':{'code':'IMP'},"
                + "'participant':[{'individual':{'display':'nobody'}}],'period':{'start':'2026-01-01','end':'2026-01-03'},"
                + "'hospitalization':{'admitSource':{'text':'home'},'dischargeDisposition':{'text':'Expired'}}");
        assertThat(stay.status()).isEqualTo("finished");
        assertThat(stay.subject()).isEqualTo(FhirJson.to("Patient/p"));
        assertThat(stay.period()).isEqualTo(new Period(FhirJson.date("2026-01-01"), FhirJson.date("2026-01-03")));
        assertThat(stay.dischargeDisposition()).isEqualTo(FhirJson.text("Expired"));
    }

    @Test
    void namesOfR5AreRead() {
        Encounter stay = encounter("'status':'discharged','actualPeriod':{'end':'2026-01-03'},"
                + "'admission':{'dischargeDisposition':{'text':'Expired'}}");
        assertThat(stay.period()).isEqualTo(new Period(null, FhirJson.date("2026-01-03")));
        assertThat(stay.dischargeDisposition()).isEqualTo(FhirJson.text("Expired"));
    }

    @Test
    void codingsInTheExtensionsOfTheDischargeAreReadAfterItsOwn() {
        String german = "'extension':[{'url':'http://fhir.de/StructureDefinition/Entlassungsgrund','extension':["
                + "{'url':'ErsteUndZweiteStelle','valueCoding':{'system':'urn:reason','code':'07'}},"
                + "{'url':'DritteStelle','valueCoding':{'code':'9'}},{'url':'other','valueString':'x'}]}]";
        Encounter stay = encounter(
                "'hospitalization':{'dischargeDisposition':{" + german + ",'coding':[{'code':'a'}],'text':'t'}}");
        assertThat(stay.dischargeDisposition())
                .isEqualTo(new CodeableConcept(
                        List.of(
                                new Coding(null, "a", null),
                                new Coding("urn:reason", "07", null),
                                new Coding(null, "9", null)),
                        "t"));
        assertThat(encounter("'hospitalization':{'dischargeDisposition':{" + german + "}}")
                        .dischargeDisposition())
                .isEqualTo(new CodeableConcept(
                        List.of(new Coding("urn:reason", "07", null), new Coding(null, "9", null)), null));
    }

    @Test
    void encounterWithoutADischargeHasNone() {
        assertThat(encounter("'status':'in-progress'").dischargeDisposition()).isNull();
        assertThat(encounter("'hospitalization':null").dischargeDisposition()).isNull();
        assertThat(encounter("'hospitalization':{'dischargeDisposition':{}}").dischargeDisposition())
                .isNull();
    }

    @Test
    void wrongShapeSetsTheEncounterAside() {
        PatientRecord record = read("'hospitalization':'home'");
        assertThat(record.encounters()).isEmpty();
        assertThat(record.issues())
                .isEqualTo(List.of(
                        new ReadIssue(ReadIssue.Kind.WRONG_SHAPE, "Encounter", "e", "Encounter.hospitalization")));
        assertThat(read("'hospitalization':{'modifierExtension':[{'url':'x'}]}").encounters())
                .isEmpty();
    }
}
