package io.nextline.core.fhir;

import static io.nextline.core.fhir.FhirJson.bytes;
import static io.nextline.core.fhir.FhirJson.read;
import static io.nextline.core.fhir.FhirJson.readBundle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.core.fhir.UnreadableRecordException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

    private static final String CONDITION = "{'resourceType':'Condition','id':'c1','code':{'text':'RCC'}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transaction",
                "collection",
                "searchset",
                "batch",
                "batch-response",
                "document",
                "message",
                "history"
            })
    void everyTypeOfBundleIsRead(String type) {
        PatientRecord record =
                read("{'resourceType':'Bundle','type':'" + type + "','entry':[{'resource':" + CONDITION + "}]}");
        assertThat(record.conditions()).hasSize(1);
        assertThat(record.coverage()).isEqualTo(Coverage.all(Coverage.State.COMPLETE));
    }

    @Test
    void bundleWithinABundleIsRead() {
        PatientRecord record = readBundle("{'resourceType':'MessageHeader'}", FhirJson.bundle(CONDITION));
        assertThat(record.conditions()).hasSize(1);
        assertThat(record.issues()).isEmpty();
    }

    @Test
    void parametersAreReadDownToTheirParts() {
        PatientRecord record =
                read("{'resourceType':'Parameters','parameter':[{'name':'a','valueString':'x'},{'name':'b',"
                        + "'resource':" + CONDITION + "},{'name':'c','part':[{'name':'d','resource':"
                        + FhirJson.bundle(CONDITION) + "}]}]}");
        assertThat(record.conditions()).hasSize(2);
        assertThat(record.issues()).isEmpty();
        assertThat(record.coverage().isComplete(RecordArea.CONDITIONS)).isTrue();
    }

    @Test
    void severalResourcesInARowAreRead() {
        PatientRecord record = read("{'resourceType':'Patient','id':'p'}\n" + CONDITION + "\r\n" + CONDITION + "\n");
        assertThat(record.patient()).isNotNull();
        assertThat(record.conditions()).hasSize(2);
    }

    @Test
    void oneResourceAloneIsNotTheWholeOfItsArea() {
        PatientRecord record = read(CONDITION);
        assertThat(record.conditions()).hasSize(1);
        assertThat(record.coverage().of(RecordArea.CONDITIONS)).isEqualTo(Coverage.State.PARTIAL);
        assertThat(record.coverage().of(RecordArea.MEDICATIONS)).isEqualTo(Coverage.State.NOT_SUPPLIED);
    }

    @Test
    void onePatientAloneIsTheWholeOfThePatient() {
        PatientRecord record = read("{'resourceType':'Patient','id':'p'}");
        assertThat(record.coverage().isComplete(RecordArea.PATIENT)).isTrue();
        assertThat(record.coverage().of(RecordArea.CONDITIONS)).isEqualTo(Coverage.State.NOT_SUPPLIED);
    }

    @Test
    void emptyBundleIsACompleteRecordOfNothing() {
        PatientRecord record = read("{'resourceType':'Bundle','type':'searchset','total':0}");
        assertThat(record.patient()).isNull();
        assertThat(record.coverage()).isEqualTo(Coverage.all(Coverage.State.COMPLETE));
    }

    @Test
    void typesThatAreNotUsedArePassedOver() {
        PatientRecord record = readBundle("{'resourceType':'ExplanationOfBenefit','item':[1,{'a':[]}]}", CONDITION);
        assertThat(record.conditions()).hasSize(1);
        assertThat(record.issues()).isEmpty();
    }

    @Test
    void resourceTypeMayComeLast() {
        PatientRecord record = read("{'id':'b','type':'searchset','total':2,'link':[{'relation':'self'}],'entry':["
                + "{'resource':{'code':{'text':'RCC'},'id':'c1','onsetDateTime':'2025','resourceType':'Condition'},"
                + "'fullUrl':'urn:uuid:1'},"
                + "{'resource':{'id':'o1','valueQuantity':{'value':1.50},'text':{'div':'x'},'resourceType':'Observation',"
                + "'status':'final'}}],'resourceType':'Bundle'}");
        assertThat(record.issues()).isEmpty();
        assertThat(record.conditions())
                .containsExactly(FhirJson.read(
                                "{'resourceType':'Bundle','entry':[{'fullUrl':'urn:uuid:1',"
                                        + "'resource':{'resourceType':'Condition','id':'c1','code':{'text':'RCC'},'onsetDateTime':'2025'}}]}")
                        .conditions()
                        .get(0));
        assertThat(record.observations())
                .containsExactly(readBundle(
                                "{'resourceType':'Observation','id':'o1','status':'final','valueQuantity':{'value':1.50}}")
                        .observations()
                        .get(0));
        assertThat(record.coverage()).isEqualTo(Coverage.all(Coverage.State.COMPLETE));
    }

    @Test
    void listThatLooksLikeABundleAtFirstIsPassedOver() {
        PatientRecord record =
                readBundle("{'entry':[{'item':{'reference':'Condition/c1'}}],'resourceType':'List'}", CONDITION);
        assertThat(record.conditions()).hasSize(1);
    }

    @Test
    void byteOrderMarkIsPassedOver() {
        byte[] marked = ("\uFEFF" + CONDITION.replace('\'', '"')).getBytes(StandardCharsets.UTF_8);
        assertThat(FhirJson.READER.read(marked).conditions()).hasSize(1);
    }

    static Stream<RecordReader> readers() {
        return Stream.of(FhirJson.READER, FhirJson.FILES);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void streamGivesTheSameRecordAsBytesAndStaysOpen(RecordReader reader) throws IOException {
        byte[] json = FhirJson.file("r4-every-element.json");
        boolean[] closed = new boolean[1];
        InputStream dribble = new ByteArrayInputStream(json) {
            @Override
            public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 7));
            }

            @Override
            public void close() {
                closed[0] = true;
            }
        };
        assertThat(reader.read(dribble)).isEqualTo(reader.read(json));
        assertThat(closed[0]).isFalse();
    }

    @Test
    void failureOfTheStreamIsNotTakenForBadInput() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();
        assertThatThrownBy(() -> FhirJson.READER.read(broken)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> FhirJson.FILES.read(broken)).isInstanceOf(IOException.class);
    }

    @Test
    void textOutsideLatinScriptIsReadAsWritten() {
        PatientRecord record =
                readBundle("{'resourceType':'Condition','code':{'text':'Нефрэктомия 腎細胞癌 😀 é \\u00e9'}}");
        assertThat(record.conditions().get(0).code()).isEqualTo(FhirJson.text("Нефрэктомия 腎細胞癌 😀 é é"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[" + "{}" + "]", "1", "'text'", "true", "null"})
    void jsonThatIsNoObjectIsNoFhir(String json) {
        assertUnreadable(bytes(json), Reason.NOT_FHIR);
    }

    @Test
    void unreadableInputsAreToldApart() {
        assertUnreadable(bytes(""), Reason.EMPTY);
        assertUnreadable(bytes(" \n"), Reason.EMPTY);
        assertUnreadable(bytes("\n <Patient xmlns='http://hl7.org/fhir'/>"), Reason.XML);
        assertUnreadable(bytes("{'resourceType':'Patient'"), Reason.TRUNCATED);
        assertUnreadable(bytes("{'resourceType':Patient}"), Reason.MALFORMED);
        assertUnreadable(bytes("{'resourceType':'Patient',}"), Reason.MALFORMED);
        assertUnreadable(bytes("{'resourceType':'Patient'} trailing"), Reason.MALFORMED);
        assertUnreadable(bytes("{'resourceType':'Bundle','total':NaN}"), Reason.MALFORMED);
        assertUnreadable(CONDITION.getBytes(StandardCharsets.UTF_16), Reason.NOT_UTF8);
        assertUnreadable(CONDITION.getBytes(StandardCharsets.UTF_16LE), Reason.NOT_UTF8);
        assertUnreadable(CONDITION.getBytes(StandardCharsets.UTF_16BE), Reason.NOT_UTF8);
        assertUnreadable(CONDITION.getBytes(Charset.forName("UTF-32")), Reason.NOT_UTF8);
        byte[] latin1 = "{\"resourceType\":\"Condition\",\"code\":{\"text\":\"Nierenzellkarzinom gro\u00df\"}}"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertUnreadable(latin1, Reason.MALFORMED);
    }

    @Test
    void placeOfTheProblemIsNamedAndTheInputIsNot() {
        assertThatThrownBy(() -> read("{'resourceType':'Patient',\n 'birthDate': CANARY }"))
                .isInstanceOfSatisfying(UnreadableRecordException.class, problem -> {
                    assertThat(problem.line()).isEqualTo(2);
                    assertThat(problem.column()).isPositive();
                    assertThat(problem.getMessage()).contains("line 2").doesNotContain("CANARY");
                    assertThat(problem.getCause()).isNull();
                    assertThat(problem.getSuppressed()).isEmpty();
                });
    }

    @Test
    void draftsAreReadInTheOrderSent() throws IOException {
        List<ReadIssue> issues = new ArrayList<>();
        try (var parser = FhirJson.READER.open(bytes(FhirJson.bundle(
                "{'resourceType':'ServiceRequest','id':'s'}",
                "{'resourceType':'MedicationRequest','id':'m'}",
                "{'id':'untyped'}")))) {
            parser.nextToken();
            List<Resource> drafts = FhirJson.READER.readResources(parser, issues);
            assertThat(drafts).extracting(draft -> draft.header().id()).containsExactly("s", "m");
            assertThat(issues).extracting(ReadIssue::kind).containsExactly(ReadIssue.Kind.NO_RESOURCE_TYPE);
            assertThat(parser.nextToken()).isNull();
        }
    }

    private static void assertUnreadable(byte[] json, Reason reason) {
        assertUnreadable(() -> FhirJson.READER.read(json), reason);
        assertUnreadable(() -> FhirJson.READER.read(new ByteArrayInputStream(json)), reason);
        assertUnreadable(() -> FhirJson.FILES.read(new ByteArrayInputStream(json)), reason);
    }

    private static void assertUnreadable(ThrowableAssert.ThrowingCallable reading, Reason reason) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        problem -> assertThat(problem.reason()).isEqualTo(reason));
    }
}
