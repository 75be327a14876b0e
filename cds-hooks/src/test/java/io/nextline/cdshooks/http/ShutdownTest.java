package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that gets SIGTERM finishes what it has begun, keeps its audit trail whole, and ends well. */
@Timeout(90)
class ShutdownTest {

    @TempDir
    private Path audit;

    @Test
    void callsUnderWayAreAnsweredAndRecordedAndTheProcessEndsWithZero() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SlowService.class.getName(),
                        audit.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        ExecutorService threads = Executors.newFixedThreadPool(SlowService.PLACES);
        try (BufferedReader out = process.inputReader()) {
            RawClient client = new RawClient(URI.create("http://127.0.0.1:" + out.readLine()));
            List<Future<RawClient.Answer>> calls = new ArrayList<>();
            for (int i = 0; i < SlowService.PLACES; i++) {
                calls.add(threads.submit(() -> client.call(List.of())));
            }
            for (int i = 0; i < SlowService.PLACES; i++) {
                assertThat(out.read()).isEqualTo('.');
            }
            process.destroy();

            for (Future<RawClient.Answer> call : calls) {
                assertThat(call.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
            }
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThatThrownBy(() -> client.call(List.of())).isNotNull();
            assertThat(events()).isEqualTo(SlowService.PLACES);
        } finally {
            threads.shutdownNow();
            process.destroyForcibly();
        }
    }

    private long events() throws Exception {
        long events = 0;
        try (Stream<Path> files = Files.list(audit)) {
            for (Path file : files.toList()) {
                events += Files.readAllLines(file).size();
            }
        }
        return events;
    }
}
