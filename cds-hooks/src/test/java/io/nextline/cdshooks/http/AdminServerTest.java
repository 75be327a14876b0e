package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.CdsServices;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AdminServerTest {

    private static final AdminOptions METRICS = new AdminOptions("127.0.0.1", 0, true);

    private static NextlineServer serve(ServerOptions options) throws IOException {
        return NextlineServer.start(options, SampleService.services());
    }

    @Test
    void liveAndReadyTellNothingButTheirState() throws Exception {
        try (NextlineServer server = serve(ServerOptions.development(0).with(METRICS))) {
            RawClient admin = new RawClient(server.admin());

            assertThat(admin.get("/live", List.of()).body()).isEqualTo("{\"status\":\"up\"}");
            waitUntilReady(admin);
            assertThat(admin.get("/ready", List.of()).body()).isEqualTo("{\"status\":\"ready\"}");
            assertThat(admin.get("/ready", List.of()).head().toLowerCase(Locale.ROOT))
                    .doesNotContain("jetty", "server:", "nextline");
        }
    }

    @Test
    void metricsCountCallsAndAreNotOnTheClientsPort() throws IOException {
        try (NextlineServer server = serve(ServerOptions.development(0).with(METRICS))) {
            RawClient client = new RawClient(server.base());
            assertThat(client.call(List.of()).status()).isEqualTo(200);

            assertThat(new RawClient(server.admin()).get("/metrics", List.of()).body())
                    .contains("nextline_calls_total{outcome=\"no-card\",service=\"nextline-patient-view\"} 1.0")
                    .contains("nextline_evaluating 0.0", "nextline_waiting 0.0");
            for (String path : List.of("/metrics", "/live", "/ready", "/openapi.json")) {
                assertThat(client.get(path, List.of()).status()).as(path).isEqualTo(404);
            }
            assertThat(new RawClient(server.admin())
                            .get("/cds-services", List.of())
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void withoutMetricsThereAreNone() throws IOException {
        try (NextlineServer server =
                serve(ServerOptions.development(0).with(new AdminOptions("127.0.0.1", 0, false)))) {
            assertThat(new RawClient(server.admin()).get("/metrics", List.of()).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void onlyReadingIsAllowed() throws IOException {
        try (NextlineServer server = serve(ServerOptions.development(0).with(METRICS))) {
            RawClient.Answer answer = new RawClient(server.admin())
                    .send("POST /live HTTP/1.1\r\nHost: a\r\nContent-Length: 0", List.of(), new byte[0]);

            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.head()).contains("Allow: GET, HEAD");
        }
    }

    @Test
    void serviceIsNotReadyWhileItStopsAndAnswersDuringTheNotice() throws Exception {
        NextlineServer server = serve(ServerOptions.development(0)
                .with(METRICS)
                .with(new ShutdownTimes(Duration.ofSeconds(2), Duration.ofSeconds(2))));
        RawClient admin = new RawClient(server.admin());
        RawClient client = new RawClient(server.base());
        waitUntilReady(admin);
        CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
        while (admin.get("/ready", List.of()).status() == 200) {
            TimeUnit.MILLISECONDS.sleep(5);
        }

        assertThat(admin.get("/ready", List.of()).body()).isEqualTo("{\"status\":\"stopping\"}");
        assertThat(admin.get("/live", List.of()).status()).isEqualTo(200);
        assertThat(client.call(List.of()).status()).isEqualTo(200);
        closed.get(10, TimeUnit.SECONDS);
    }

    @Test
    void serviceIsNotReadyBeforeItIsWarm() throws Exception {
        CountDownLatch warm = new CountDownLatch(1);
        CdsServices slow = SampleService.services((record, drafts, asOf, layer) -> {
            await(warm);
            return SampleService.evaluate(!drafts.resources().isEmpty());
        });
        int port = freePort();
        CompletableFuture<NextlineServer> starting = CompletableFuture.supplyAsync(() -> start(slow, port));
        RawClient admin = new RawClient(java.net.URI.create("http://127.0.0.1:" + port));
        RawClient.Answer answer = null;
        while (answer == null) {
            try {
                answer = admin.get("/ready", List.of());
            } catch (java.io.UncheckedIOException notYet) {
                assertThat(isDone(starting)).isFalse();
            }
        }

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"status\":\"starting\"}");
        warm.countDown();
        try (NextlineServer server = starting.get(10, TimeUnit.SECONDS)) {
            waitUntilReady(new RawClient(server.admin()));
        }
    }

    @Test
    void serviceIsReadyOnlyOnceAllOfItsServicesAnswered() throws Exception {
        CountDownLatch warm = new CountDownLatch(1);
        CdsServices slow = SampleService.services((record, drafts, asOf, layer) -> {
            if (!drafts.resources().isEmpty()) {
                await(warm);
            }
            return SampleService.evaluate(false);
        });
        try (NextlineServer server =
                NextlineServer.start(ServerOptions.development(0).with(METRICS), slow)) {
            RawClient admin = new RawClient(server.admin());
            assertThat(new RawClient(server.base()).call(List.of()).status()).isEqualTo(200);
            TimeUnit.MILLISECONDS.sleep(400);
            assertThat(admin.get("/ready", List.of()).body()).isEqualTo("{\"status\":\"starting\"}");
            warm.countDown();
            waitUntilReady(admin);
        }
    }

    @Test
    void serviceThatCannotJudgeDraftsDoesNotBecomeReady() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CdsServices broken = SampleService.services((record, drafts, asOf, layer) -> {
            if (!drafts.resources().isEmpty()) {
                called.countDown();
                throw new IllegalStateException("made by the test");
            }
            return SampleService.evaluate(false);
        });
        try (NextlineServer server =
                NextlineServer.start(ServerOptions.development(0).with(METRICS), broken)) {
            await(called);
            TimeUnit.MILLISECONDS.sleep(100);
            assertThat(new RawClient(server.admin()).get("/ready", List.of()).status())
                    .isEqualTo(503);
            assertThat(new RawClient(server.base()).call(List.of()).status()).isEqualTo(200);
        }
    }

    private static void waitUntilReady(RawClient admin) throws InterruptedException {
        while (admin.get("/ready", List.of()).status() != 200) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static boolean isDone(CompletableFuture<NextlineServer> starting)
            throws InterruptedException, ExecutionException {
        try {
            starting.get(10, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        }
    }

    private static NextlineServer start(CdsServices services, int port) {
        try {
            return NextlineServer.start(
                    ServerOptions.development(0).with(new AdminOptions("127.0.0.1", port, false)), services);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static int freePort() throws IOException {
        try (java.net.ServerSocket any = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
