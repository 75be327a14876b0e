package io.nextline.core.fhir;

import static io.nextline.core.fhir.FhirJson.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.core.fhir.UnreadableRecordException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Each limit is kept exactly: what is at the limit is read, what is one over is not. */
class ReadLimitsTest {

    private static final int BYTES = 20_000;

    private static final ReadLimits LIMITS = new ReadLimits(BYTES, 12, 2_000, 20, 10, 5, 300, 3);
    private static final RecordReader READER = new RecordReader(LIMITS);

    private static String nested(String open, int depth, String close) {
        return open.repeat(depth) + close.repeat(depth);
    }

    private static String observation(String fields) {
        return "{'resourceType':'Observation'," + fields + "}";
    }

    private static PatientRecord read(String json) {
        try {
            PatientRecord fromStream = throughJackson(json);
            assertThat(fromStream).isEqualTo(READER.read(bytes(json)));
            return fromStream;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertRefused(String json, Reason reason) {
        assertThatThrownBy(() -> READER.read(bytes(json)))
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        problem -> assertThat(problem.reason()).isEqualTo(reason));
        assertThatThrownBy(() -> throughJackson(json))
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        problem -> assertThat(problem.reason()).isEqualTo(reason));
    }

    private static PatientRecord throughJackson(String json) throws IOException {
        return READER.read(RecordReader.factory(LIMITS).createParser(new ByteArrayInputStream(bytes(json))));
    }

    @Test
    void bytesAreCounted() {
        String patient = "{'resourceType':'Patient'}";
        String atLimit = patient + " ".repeat(BYTES - patient.length());
        assertThat(read(atLimit).patient()).isNotNull();
        assertRefused(atLimit + " ", Reason.TOO_LARGE);
    }

    @Test
    void depthIsCountedWhetherReadOrPassedOver() {
        assertThat(read(observation("'x':" + nested("[", 11, "]"))).observations())
                .hasSize(1);
        assertRefused(observation("'x':" + nested("[", 12, "]")), Reason.TOO_DEEP);
        String bundle = "{'resourceType':'Bundle','entry':[{'resource':";
        assertRefused(nested(bundle, 1, "}]}").replace("}]}", bundle + bundle + bundle + "{}"), Reason.TOO_DEEP);
    }

    @Test
    void textThatIsReadIsBounded() {
        assertThat(read(observation("'status':'" + "x".repeat(2_000) + "'")).observations())
                .hasSize(1);
        assertRefused(observation("'status':'" + "x".repeat(2_001) + "'"), Reason.TEXT_TOO_LONG);
        assertRefused(observation("'id':'" + "x".repeat(2_001) + "'"), Reason.TEXT_TOO_LONG);
        assertRefused(observation("'effectiveDateTime':'" + "x".repeat(2_001) + "'"), Reason.TEXT_TOO_LONG);
        assertRefused("{'status':'" + "x".repeat(2_001) + "','resourceType':'Observation'}", Reason.TEXT_TOO_LONG);
    }

    @Test
    void textThatIsPassedOverIsNotHeldAndNotBounded() {
        String json = "{'resourceType':'DiagnosticReport','presentedForm':[{'data':'" + "x".repeat(10_000) + "'}]}";
        assertThat(read(json).diagnosticReports()).hasSize(1);
    }

    @Test
    void nameIsBounded() {
        assertThat(read(observation("'" + "x".repeat(20) + "':1")).observations())
                .hasSize(1);
        assertRefused(observation("'" + "x".repeat(21) + "':1"), Reason.NAME_TOO_LONG);
    }

    @Test
    void numberThatIsReadIsBoundedInLengthAndExponent() {
        assertThat(read(observation("'valueQuantity':{'value':1234567890}")).issues())
                .isEmpty();
        assertThat(read(observation("'valueQuantity':{'value':12345678901}")).issues())
                .hasSize(1);
        assertThat(read(observation("'valueQuantity':{'value':1.0e-5}")).issues())
                .isEmpty();
        assertThat(read(observation("'valueQuantity':{'value':1e6}")).issues()).hasSize(1);
        assertThat(read(observation("'valueQuantity':{'value':1e-6}")).issues()).hasSize(1);
    }

    @Test
    void numberThatIsPassedOverIsBoundedGenerously() {
        assertThat(read(observation("'x':" + "9".repeat(1_000))).observations()).hasSize(1);
        assertRefused(observation("'x':" + "9".repeat(1_001)), Reason.NUMBER_TOO_LONG);
    }

    @Test
    void tokensAreCountedWhetherReadOrPassedOver() {
        // Two for the object, two for the type, three for the field and its array.
        assertThat(read(observation("'x':[" + "0,".repeat(292) + "0]")).observations())
                .hasSize(1);
        assertRefused(observation("'x':[" + "0,".repeat(293) + "0]"), Reason.TOO_MANY_TOKENS);
    }

    @Test
    void keptEntriesAndIssuesAreCounted() {
        String good = "{'resourceType':'Observation'}";
        String bad = "{'resourceType':'Observation','status':1}";
        String unused = "{'resourceType':'Claim'}";
        assertThat(read(FhirJson.bundle(good, unused, bad, unused, unused, good))
                        .observations())
                .hasSize(2);
        assertRefused(FhirJson.bundle(good, good, good, good), Reason.TOO_MANY_ENTRIES);
        assertRefused(FhirJson.bundle(bad, bad, bad, bad), Reason.TOO_MANY_ENTRIES);
        assertRefused("{'resourceType':'Bundle','entry':[1,1,1,1]}", Reason.TOO_MANY_ENTRIES);
    }

    @Test
    void entriesAreCountedOverEveryValueReadIntoOneBuilder() throws IOException {
        RecordBuilder into = new RecordBuilder();
        byte[] two = bytes(FhirJson.bundle("{'resourceType':'Condition'}", "{'resourceType':'Condition'}"));
        readInto(two, into);
        assertThatThrownBy(() -> readInto(two, into))
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        problem -> assertThat(problem.reason()).isEqualTo(Reason.TOO_MANY_ENTRIES));
    }

    private static void readInto(byte[] json, RecordBuilder into) throws IOException {
        try (var parser = READER.open(json)) {
            parser.nextToken();
            READER.readInto(parser, into, RecordArea.CONDITIONS);
        }
    }

    @Test
    void shippedLimitsAreThoseDocumented() {
        ReadLimits requests = ReadLimits.forRequests();
        assertThat(requests).isEqualTo(new ReadLimits(8_388_608, 64, 1_000_000, 256, 40, 30, 2_000_000, 5_000));
        assertThat(ReadLimits.forFiles().maxBytes()).isGreaterThan(requests.maxBytes());
    }

    @Test
    void limitBelowOneIsRefused() {
        assertThatThrownBy(() -> new ReadLimits(1, 1, 1, 1, 1, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReadLimits(1, 1, 1, 1, 1, 1, 1, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
