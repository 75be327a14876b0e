package io.nextline.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.core.fhir.Coverage;
import io.nextline.core.fhir.MedicationRequest;
import io.nextline.core.fhir.Observation;
import io.nextline.core.fhir.PatientRecord;
import io.nextline.core.fhir.Period;
import io.nextline.core.fhir.ReadIssue;
import io.nextline.core.fhir.ReadIssue.Kind;
import io.nextline.core.fhir.UnreadableRecordException;
import io.nextline.core.fhir.UnreadableRecordException.Reason;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON through HAPI's parser: one entry at a time, and nothing hostile. */
class JsonThroughHapiTest {

    private static final String GOOD = "{'resource':{'resourceType':'Observation','id':'good','status':'final'}}";

    private static PatientRecord readEntry(String resource) {
        return Hapi.readJson(
                "{'resourceType':'Bundle','entry':[" + GOOD + ",{'resource':" + resource + "}," + GOOD + "]}");
    }

    @Test
    void entryIsReadWithItsFullUrlAndVersion() {
        PatientRecord record = Hapi.readJson("{'resourceType':'Bundle','entry':[{'fullUrl':'urn:uuid:1','resource':"
                + "{'resourceType':'Condition','id':'c','meta':{'lastUpdated':'2026-01-14T15:49:00Z','tag':[{}]},"
                + "'text':{'status':'generated','div':'<div>x</div>'},'onsetDateTime':'2021-05'}}]}");
        assertThat(record.conditions().get(0).header())
                .isEqualTo(new io.nextline.core.fhir.ResourceHeader(
                        "Condition", "c", "urn:uuid:1", "2026-01-14T15:49:00Z"));
        assertThat(record.conditions().get(0).onset()).isEqualTo(Period.at(Hapi.date("2021-05")));
        assertThat(record.coverage()).isEqualTo(Coverage.all(Coverage.State.COMPLETE));
        assertThat(record.issues()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType':'Observation','id':'bad','valueQuantity':{'value':1e1000000000}}",
                "{'resourceType':'Observation','id':'bad','valueQuantity':{'value':-1E+31}}",
                "{'resourceType':'Observation','id':'bad','valueQuantity':{'value':1e-1000000000}}",
                "{'resourceType':'Observation','id':'bad','valueQuantity':{'value':11111111112222222222333333333344444444445}}",
                "{'id':'bad','valueQuantity':{'value':1e1000000000},'resourceType':'Observation'}"
            })
    void hostileNumberIsRefusedBeforeHapiSeesIt(String resource) {
        PatientRecord record = readEntry(resource);
        assertThat(record.observations()).hasSize(2);
        assertThat(record.issues())
                .containsExactly(
                        new ReadIssue(Kind.BAD_NUMBER, "Observation", "bad", "Observation.valueQuantity.value"));
    }

    @Test
    void hostileNumberWhereNothingIsReadIsPassedOver() {
        PatientRecord record = readEntry("{'resourceType':'Observation','x':1e1000000000,'text':{'y':1e1000000000},"
                + "'extension':[{'url':'u','valueDecimal':1e1000000000}]}");
        assertThat(record.observations()).hasSize(3);
        assertThat(record.issues()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'status':5 | WRONG_SHAPE | status",
                "'status':{} | WRONG_SHAPE | status",
                "'code':'x' | WRONG_SHAPE | code",
                "'code':[{'text':'x'}] | WRONG_SHAPE | code",
                "'category':['x'] | WRONG_SHAPE | category",
                "'code':{'coding':[[{'code':'x'}]]} | WRONG_SHAPE | code.coding",
                "'valueBoolean':'true' | WRONG_SHAPE | valueBoolean",
                "'id':'again' | DUPLICATE_FIELD | id",
                "'status':'a','status':'b' | DUPLICATE_FIELD | status",
                "'valueString':'a','valueBoolean':true | DUPLICATE_FIELD | valueBoolean",
                "'modifierExtension':[{'url':'x'}] | MODIFIER_EXTENSION | modifierExtension",
                "'meta':'x' | WRONG_SHAPE | meta",
                "'meta':{'lastUpdated':5} | WRONG_SHAPE | meta.lastUpdated"
            },
            quoteCharacter = '"')
    void entryThatHapiWouldMisreadIsSetAside(String field, Kind kind, String element) {
        PatientRecord record = readEntry("{'resourceType':'Observation','id':'bad'," + field + "}");
        assertThat(record.observations()).extracting(o -> o.header().id()).containsExactly("good", "good");
        assertThat(record.issues())
                .containsExactly(new ReadIssue(kind, "Observation", "bad", "Observation." + element));
    }

    @Test
    void unknownCodeAndDateThatIsNoneCostNoEntry() {
        PatientRecord record = readEntry(
                "{'resourceType':'Observation','id':'odd','status':'nearly','effectiveDateTime':'2025-02-30'}");
        Observation odd = record.observations().get(1);
        assertThat(odd.status()).isEqualTo("nearly");
        assertThat(odd.effective()).isNull();
        assertThat(record.issues())
                .containsExactly(new ReadIssue(Kind.BAD_DATE, "Observation", "odd", "Observation.effectiveDateTime"));
    }

    @Test
    void containedResourcesOfUnknownTypesDoNotTroubleHapi() {
        PatientRecord record = readEntry("{'resourceType':'MedicationRequest','contained':["
                + "{'resourceType':'Nothing','id':'n'},{'id':'untyped'},"
                + "{'resourceType':'Medication','id':'m','name':'x','code':{'text':'nivolumab'}}],"
                + "'medicationReference':{'reference':'#m'}}");
        MedicationRequest request = (MedicationRequest) record.medicationUses().get(0);
        assertThat(request.content().contained())
                .extracting(medication -> medication.header().id())
                .containsExactly("m");
        assertThat(record.issues()).isEmpty();
    }

    @Test
    void issuesRepeatNothingOfWhatStoodThere() {
        PatientRecord record = readEntry("{'resourceType':'Patient','id':'CANARY Jane Doe','birthDate':['CANARY']}");
        assertThat(record.issues()).hasSize(1);
        assertThat(record.toString()).doesNotContain("CANARY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "   | EMPTY",
                "[] | NOT_FHIR",
                "7 | NOT_FHIR",
                "{'resourceType':'Bundle','entry':[{ | TRUNCATED",
                "{'resourceType':'Observation','code':{'text':'x | TRUNCATED",
                "{'resourceType':'Bundle','entry':[}] | MALFORMED",
                "{'resourceType' 'Bundle'} | MALFORMED"
            },
            quoteCharacter = '"')
    void inputThatIsNoJsonIsRefusedWithItsReason(String json, Reason reason) {
        byte[] bytes = json == null ? new byte[0] : Hapi.bytes(json);
        assertThatThrownBy(() -> Hapi.READER.read(bytes))
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
        assertThatThrownBy(() -> Hapi.READER.read(new ByteArrayInputStream(bytes)))
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void limitsHold() {
        refused("{'resourceType':'Patient','link':" + "[".repeat(100) + "]".repeat(100) + "}", Reason.TOO_DEEP);
        refused("{'resourceType':'Observation','valueString':'" + "x".repeat(1_000_001) + "'}", Reason.TEXT_TOO_LONG);
        refused("{'resourceType':'Observation','" + "x".repeat(257) + "':1}", Reason.NAME_TOO_LONG);
        refused(
                "{'resourceType':'Bundle','entry':[" + GOOD + ("," + GOOD).repeat(5_000) + "]}",
                Reason.TOO_MANY_ENTRIES);
        refused(" ".repeat(8 * 1024 * 1024) + "{}", Reason.TOO_LARGE);
    }

    private static void refused(String json, Reason reason) {
        assertThatThrownBy(() -> Hapi.readJson(json))
                .as(reason.name())
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void streamIsReadAsBytesAreAndNotClosed() throws IOException {
        byte[] bytes = Hapi.bytes("{'resourceType':'Bundle','entry':[" + GOOD + "," + GOOD + "]}");
        InputStream stream = new ByteArrayInputStream(bytes) {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };
        assertThat(Hapi.READER.read(stream)).isEqualTo(Hapi.READER.read(bytes));
    }

    @Test
    void streamThatFailsIsNoFaultOfTheJson() {
        InputStream broken = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("broken");
            }
        };
        assertThatThrownBy(() -> Hapi.READER.read(broken)).isInstanceOf(IOException.class);
    }
}
