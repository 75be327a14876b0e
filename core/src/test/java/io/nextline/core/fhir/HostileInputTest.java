package io.nextline.core.fhir;

import static io.nextline.core.fhir.FhirJson.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.nextline.core.fhir.UnreadableRecordException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small or large inputs made to exhaust the reader. What counts is the memory taken; it bounds the time as well. */
class HostileInputTest {

    private static final long MEBIBYTE = 1024L * 1024L;

    private static long allocatedBy(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        work.run();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static Supplier<InputStream> filled(String before, long count, String after) {
        return () -> new SequenceInputStream(
                new SequenceInputStream(new ByteArrayInputStream(bytes(before)), new Repeated((byte) 'x', count)),
                new ByteArrayInputStream(bytes(after)));
    }

    private static PatientRecord read(RecordReader reader, Supplier<InputStream> json) {
        try {
            return reader.read(json.get());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType':'Observation','valueQuantity':{'value':1e1000000000}}",
                "{'resourceType':'Observation','valueQuantity':{'value':-1E+999999999}}",
                "{'resourceType':'Observation','valueQuantity':{'value':1e-1000000000}}",
                "{'resourceType':'Observation','valueInteger':1e1000000000}",
                "{'valueQuantity':{'value':1e1000000000},'resourceType':'Observation'}",
                "{'resourceType':'Observation','x':1e1000000000,'valueDecimal':1e1000000000}",
                "{'resourceType':'Bundle','total':1e1000000000}",
                "{'resourceType':'Claim','total':1e1000000000}"
            })
    void numberOfABillionDigitsIsNeverWrittenOut(String json) {
        assertThat(allocatedBy(() -> FhirJson.READER.read(bytes(json)))).isLessThan(MEBIBYTE / 4);
        assertThat(allocatedBy(() -> FhirJson.readStream(bytes(json)))).isLessThan(MEBIBYTE / 4);
    }

    @Test
    void textOfThirtyMegabytesIsRefusedWhereItIsReadBeforeItIsHeld() {
        Supplier<InputStream> json = filled("{'resourceType':'Observation','valueString':'", 30 * MEBIBYTE, "'}");
        assertThat(allocatedBy(() -> assertThatThrownBy(() -> FhirJson.FILES.read(json.get()))
                        .isInstanceOfSatisfying(
                                UnreadableRecordException.class,
                                problem -> assertThat(problem.reason()).isEqualTo(Reason.TEXT_TOO_LONG))))
                .isLessThan(20 * MEBIBYTE);
    }

    @Test
    void textOfThirtyMegabytesIsPassedOverWithoutBeingHeld() {
        Supplier<InputStream> json =
                filled("{'resourceType':'Observation','text':{'div':'", 30 * MEBIBYTE, "'},'status':'final'}");
        assertThat(allocatedBy(() ->
                        assertThat(read(FhirJson.FILES, json).observations()).hasSize(1)))
                .isLessThan(MEBIBYTE);
    }

    @Test
    void requestLargerThanTheLimitIsRefusedAtItsLimit() {
        Supplier<InputStream> json = filled("{'resourceType':'Observation','text':'", 1_000_000 * MEBIBYTE, "'}");
        assertThatThrownBy(() -> read(FhirJson.READER, json))
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        problem -> assertThat(problem.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void fieldsBeforeTheTypeAreKeptOnlyUpToALimit() {
        String field = "'note':[" + ("{'text':'" + "x".repeat(999_000) + "'},").repeat(5) + "{}],";
        PatientRecord record = FhirJson.read("{" + field + "'resourceType':'Observation'}");
        assertThat(record.observations()).isEmpty();
        assertThat(record.issues().get(0).kind()).isEqualTo(ReadIssue.Kind.NO_RESOURCE_TYPE);
        PatientRecord typed = FhirJson.read("{'resourceType':'Observation'," + field + "'id':'x'}");
        assertThat(typed.observations()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{'x':",
                "{'resourceType':'Bundle','entry':[{'resource':",
                "{'resourceType':'Parameters','parameter':[{'part':["
            })
    void deepNestingIsRefusedWithoutAStackOverflow(String open) {
        String json = open.startsWith("{'r")
                ? open.repeat(100_000)
                : "{'resourceType':'Condition','code':" + open.repeat(100_000);
        assertThatThrownBy(() -> FhirJson.read(json))
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        problem -> assertThat(problem.reason()).isIn(Reason.TOO_DEEP, Reason.TOO_LARGE));
    }

    @Test
    void thousandsOfRowsOfNoUseAreStreamedPast() {
        String row =
                "{'resource':{'resourceType':'ExplanationOfBenefit','item':[{'sequence':1,'net':{'value':12.34}}]}},";
        byte[] json = bytes("{'resourceType':'Bundle','type':'collection','entry':[" + row.repeat(60_000)
                + "{'resource':{'resourceType':'Condition','id':'c'}}]}");
        assertThat(allocatedBy(
                        () -> assertThat(FhirJson.FILES.read(json).conditions()).hasSize(1)))
                .isLessThan(6 * MEBIBYTE);
    }

    @Test
    void fieldNamesThatCollideAreReadOrRefusedWithoutAnyOtherError() {
        Random random = new Random(7);
        StringBuilder json = new StringBuilder("{'resourceType':'Condition'");
        for (int i = 0; i < 50_000; i++) {
            json.append(",'")
                    .append(Long.toString(random.nextLong(), 36))
                    .append("':")
                    .append(i);
        }
        assertThat(FhirJson.read(json.append('}').toString()).conditions()).hasSize(1);
    }

    @Test
    void randomBytesGiveTheSameRecordOrARefusalThroughEitherParser() {
        Random random = new Random(42);
        byte[] sample = FhirJson.file("r5-changed-shapes.json");
        for (int round = 0; round < 3_000; round++) {
            byte[] json = sample.clone();
            for (int i = 0; i <= random.nextInt(5); i++) {
                json[random.nextInt(json.length)] = (byte) random.nextInt(256);
            }
            readOrRefuse(json);
        }
    }

    @Test
    void inputCutAtAnyByteGivesARefusal() {
        byte[] sample = new String(FhirJson.file("r4-every-element.json"), StandardCharsets.UTF_8)
                .strip()
                .getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < sample.length; length++) {
            byte[] cut = Arrays.copyOf(sample, length);
            assertThatThrownBy(() -> FhirJson.READER.read(cut)).isInstanceOf(UnreadableRecordException.class);
            assertThatThrownBy(() -> FhirJson.readStream(cut)).isInstanceOf(UnreadableRecordException.class);
        }
    }

    private static void readOrRefuse(byte[] json) {
        assertThat(outcome(() -> FhirJson.READER.read(json))).isEqualTo(outcome(() -> FhirJson.readStream(json)));
    }

    private static Object outcome(Supplier<PatientRecord> reading) {
        try {
            return reading.get();
        } catch (UnreadableRecordException refused) {
            return "refused";
        }
    }

    /** The same byte over and over. */
    private static final class Repeated extends InputStream {

        private final byte value;
        private long left;

        Repeated(byte value, long count) {
            this.value = value;
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? value : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(into, offset, offset + count, value);
            left -= count;
            return count;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0a0", "c1bf", "e08080", "eda080", "f0808080", "f4908080", "f5808080", "ff", "c3", "80"})
    void bytesThatAreNotUtf8AreRefusedFromMemoryAndFromAStreamAlike(String hex) {
        byte[] bad = HexFormat.of().parseHex(hex);
        for (String field : new String[] {"gender", "nobodyReadsThis"}) {
            byte[] head = ("{\"resourceType\":\"Patient\",\"id\":\"p\",\"" + field + "\":\"")
                    .getBytes(StandardCharsets.UTF_8);
            byte[] tail = "<\"}".getBytes(StandardCharsets.UTF_8);
            byte[] json = ByteBuffer.allocate(head.length + bad.length + tail.length)
                    .put(head)
                    .put(bad)
                    .put(tail)
                    .array();
            RecordReader reader = new RecordReader(ReadLimits.forRequests());

            assertThatThrownBy(() -> reader.read(json)).isInstanceOf(UnreadableRecordException.class);
            assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(json)))
                    .isInstanceOf(UnreadableRecordException.class);
        }
    }
}
