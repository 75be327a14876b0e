package io.nextline.cdshooks.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.cdshooks.SampleRequest;
import io.nextline.core.fhir.ReadLimits;
import io.nextline.core.fhir.UnreadableRecordException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies below, at and above the sizes of the buffers, whole and while other calls hold the buffers. */
class BodySizeTest {

    private static final int BUFFER = 448 * 1024;
    private static final int LIMIT = 8 * 1024 * 1024;

    private static byte[] bodyOf(int size) {
        int empty = SampleRequest.patientView().top("pad", "\"\"").bytes().length;
        return SampleRequest.patientView()
                .top("pad", "\"" + "x".repeat(size - empty) + "\"")
                .bytes();
    }

    private static CdsRequestReader reader() {
        return new CdsRequestReader(ReadLimits.forRequests());
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, BUFFER - 1, BUFFER, BUFFER + 1, 3 * BUFFER, LIMIT - 1, LIMIT})
    void bodyOfAnySizeUpToTheLimitIsRead(int size) throws IOException {
        byte[] body = bodyOf(size);
        assertThat(body).hasSize(size);

        CdsRequest request = reader().read(new ByteArrayInputStream(body));

        assertThat(request.record().build("p1").conditions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, LIMIT + 2, 2 * LIMIT})
    void largerBodyIsRefused(int size) {
        byte[] body = bodyOf(size);

        assertThatThrownBy(() -> reader().read(new ByteArrayInputStream(body)))
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(UnreadableRecordException.Reason.TOO_LARGE));
    }

    @Test
    void fileLargerThanAnyBufferIsReadFromItsStream() throws IOException {
        CdsRequestReader reader = new CdsRequestReader(ReadLimits.forFiles());

        for (int size : new int[] {2 * LIMIT - 1, 2 * LIMIT, 2 * LIMIT + 1, 3 * LIMIT}) {
            CdsRequest request = reader.read(new ByteArrayInputStream(bodyOf(size)));
            assertThat(request.record().build("p1").conditions()).hasSize(1);
        }
    }

    @Test
    void bodyIsReadFromItsStreamWhileOtherCallsHoldTheBuffers() throws IOException {
        CdsRequestReader reader = reader();
        int calls = 2 * Runtime.getRuntime().availableProcessors() + 3;

        CdsRequest innermost = nested(reader, calls, bodyOf(2_000));
        assertThat(innermost.record().build("p1").conditions()).hasSize(1);

        CdsRequest large = nested(reader, 4, bodyOf(2 * BUFFER));
        assertThat(large.record().build("p1").conditions()).hasSize(1);
    }

    // Each body, when it is first read from, starts another call: so all of them are under way at once.
    private static CdsRequest nested(CdsRequestReader reader, int calls, byte[] body) throws IOException {
        InputStream stream = new FilterInputStream(new ByteArrayInputStream(body)) {

            private boolean started;

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (!started && calls > 1) {
                    started = true;
                    nested(reader, calls - 1, body);
                }
                return super.read(into, offset, length);
            }
        };
        return reader.read(stream);
    }

    @Test
    void buffersComeBackWhenTheBodyOrTheRequestIsBroken() throws IOException {
        CdsRequestReader reader = reader();
        InputStream broken = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("gone");
            }
        };
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> reader.read(broken)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(new byte[] {'{'})))
                    .isInstanceOf(UnreadableRecordException.class);
        }
        assertThat(reader.read(new ByteArrayInputStream(bodyOf(2_000)))).isNotNull();
    }
}
