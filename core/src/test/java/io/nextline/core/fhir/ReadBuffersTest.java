package io.nextline.core.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ReadBuffersTest {

    private final ReadBuffers buffers = new ReadBuffers();

    @Test
    void bufferGivenBackIsWipedAndUsedAgain() {
        byte[] buffer = buffers.take();
        buffer[0] = 1;
        buffer[1] = 2;
        buffers.giveBack(buffer, 2);
        assertThat(buffers.take()).isSameAs(buffer).containsOnly(0);
        assertThat(buffers.take()).isNotSameAs(buffer);
    }

    @Test
    void hugeBufferIsNotKept() {
        byte[] huge = new byte[4 * 1024 * 1024];
        buffers.giveBack(huge, 0);
        assertThat(buffers.take()).isNotSameAs(huge);
    }

    @Test
    void readersOfManyThreadsDoNotSeeOneAnothersInput() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> readings = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String id = "patient-" + i;
            String json = FhirJson.bundle(
                    "{'resourceType':'Patient','id':'" + id + "','x':'" + "y".repeat(i * 97 % 150_000) + "'}");
            readings.add(threads.submit(() -> {
                PatientRecord record = FhirJson.READER.read(new ByteArrayInputStream(FhirJson.bytes(json)));
                return id.equals(record.patientId()) && record.issues().isEmpty();
            }));
        }
        for (Future<Boolean> reading : readings) {
            assertThat(reading.get()).isTrue();
        }
        threads.shutdown();
    }
}
