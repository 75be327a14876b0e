package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.operation.RateLimit;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The limits of the server, over sockets. */
@Timeout(30)
class LimitsTest {

    private static NextlineServer serve(UnaryOperator<ServerLimits> change) throws IOException {
        ServerOptions options = ServerOptions.development(0);
        return NextlineServer.start(options.with(change.apply(options.limits())), SampleService.services());
    }

    private static ConnectionLimits connections(int total, int perAddress, int accepts, Duration idle) {
        return new ConnectionLimits(total, perAddress, accepts, idle, 16 * 1024, 1024);
    }

    private static Socket connect(NextlineServer server) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.base().getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static void discover(Socket socket) throws IOException {
        socket.getOutputStream()
                .write("GET /cds-services HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
        in.skipNBytes(in.available());
    }

    @Test
    void headAboveTheLimitGets431InOurWords() throws IOException {
        try (NextlineServer server = serve(limits -> limits)) {
            RawClient.Answer answer =
                    new RawClient(server.base()).get("/cds-services", List.of("X-Long: " + "a".repeat(17 * 1024)));

            assertThat(answer.status()).isEqualTo(431);
            assertThat(answer.body()).contains("OperationOutcome", "too-long").doesNotContain("aaa", "Jetty");
        }
    }

    @Test
    void brokenHttpGetsNoPageOfTheServers() throws IOException {
        try (NextlineServer server = serve(limits -> limits)) {
            RawClient.Answer answer = new RawClient(server.base())
                    .send("GET /cds-services HTTP/1.1\r\nHost: a\r\nHost: b", List.of(), new byte[0]);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("OperationOutcome").doesNotContain("<", "Jetty");
        }
    }

    @Test
    void addressHasItsNumberOfConnectionsAndGetsNewOnesForClosedOnes() throws Exception {
        try (NextlineServer server =
                serve(limits -> limits.withConnections(connections(0, 2, 0, Duration.ofSeconds(15))))) {
            Socket first = connect(server);
            discover(first);
            try (Socket second = connect(server)) {
                discover(second);
                try (Socket third = connect(server)) {
                    assertThat(isClosed(third)).isTrue();
                }
                first.close();
                long end = System.nanoTime() + 5_000_000_000L;
                boolean served = false;
                while (!served && System.nanoTime() < end) {
                    try (Socket next = connect(server)) {
                        discover(next);
                        served = true;
                    } catch (IOException | AssertionError notYet) {
                        served = false;
                    }
                }
                assertThat(served).isTrue();
            }
        }
    }

    @Test
    void connectionAboveTheTotalWaitsUntilAnotherEnds() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try (NextlineServer server =
                serve(limits -> limits.withConnections(connections(4, 0, 0, Duration.ofSeconds(15))))) {
            for (int i = 0; i < 4; i++) {
                silent.add(connect(server));
            }
            for (Socket socket : silent) {
                discover(socket);
            }
            try (Socket late = connect(server)) {
                late.setSoTimeout(300);
                assertThatThrownBy(() -> discover(late)).isInstanceOf(SocketTimeoutException.class);
                silent.get(0).close();
                late.setSoTimeout(10_000);
                assertThat(late.getInputStream().read()).isEqualTo('H');
            }
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void whileEveryConnectionIsTakenThoseThatSayNothingLoseTheirsSoon() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try (NextlineServer server =
                serve(limits -> limits.withConnections(connections(4, 0, 0, Duration.ofSeconds(60))))) {
            for (int i = 0; i < 4; i++) {
                Socket socket = connect(server);
                silent.add(socket);
                if (i % 2 == 0) {
                    discover(socket);
                }
            }
            try (Socket late = connect(server)) {
                discover(late);
            }
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void whileEveryConnectionIsTakenUnfinishedRequestsLoseTheirsSoon() throws Exception {
        List<Socket> unfinished = new ArrayList<>();
        try (NextlineServer server =
                serve(limits -> limits.withConnections(connections(4, 0, 0, Duration.ofSeconds(60))))) {
            for (int i = 0; i < 4; i++) {
                Socket socket = connect(server);
                unfinished.add(socket);
                socket.getOutputStream()
                        .write(("POST /cds-services/nextline-patient-view HTTP/1.1\r\nHost: a\r\n"
                                        + "Content-Type: application/json\r\nContent-Length: 9000\r\n\r\n{")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            try (Socket late = connect(server)) {
                discover(late);
            }
        } finally {
            for (Socket socket : unfinished) {
                socket.close();
            }
        }
    }

    @Test
    void whileEveryConnectionIsTakenACallUnderWayIsAnsweredHoweverLongItTakes() throws Exception {
        AtomicBoolean warm = new AtomicBoolean();
        try (NextlineServer server = NextlineServer.start(
                ServerOptions.development(0)
                        .with(ServerLimits.development().withConnections(connections(2, 0, 0, Duration.ofSeconds(60)))),
                SampleService.services((record, drafts, asOf, layer) -> {
                    if (warm.get()) {
                        rest();
                    }
                    return SampleService.evaluate(false);
                }))) {
            warm.set(true);
            try (Socket silent = connect(server)) {
                discover(silent);
                assertThat(new RawClient(server.base()).call(List.of()).status())
                        .isEqualTo(200);
            }
        }
    }

    // Longer than a connection may say nothing while every one is taken.
    private static void rest() {
        try {
            TimeUnit.SECONDS.sleep(5);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void silentConnectionIsClosedAfterItsIdleTime() throws IOException {
        try (NextlineServer server =
                        serve(limits -> limits.withConnections(connections(0, 0, 0, Duration.ofSeconds(1))));
                Socket socket = connect(server)) {
            assertThat(isClosed(socket)).isTrue();
        }
    }

    @Test
    void bodyOfWhichNothingMoreComesGets408AfterTheIdleTime() throws IOException {
        try (NextlineServer server =
                        serve(limits -> limits.withConnections(connections(0, 0, 0, Duration.ofSeconds(1))));
                Socket socket = connect(server)) {
            socket.getOutputStream()
                    .write(("POST /cds-services/nextline-patient-view HTTP/1.1\r\nHost: a\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: 9000\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 408").contains("Connection: close", "arrives too slowly");
        }
    }

    @Test
    void clientThatCallsTooOftenGets429AndTheTimeToWait() throws IOException {
        try (NextlineServer server = serve(limits -> limits.withRates(new RateLimit(1, 2), RateLimit.none()))) {
            RawClient client = new RawClient(server.base());
            assertThat(client.call(List.of()).status()).isEqualTo(200);
            assertThat(client.call(List.of()).status()).isEqualTo(200);

            RawClient.Answer third = client.call(List.of());

            assertThat(third.status()).isEqualTo(429);
            assertThat(third.head()).contains("Retry-After: 1").contains("Cache-Control: no-store");
            assertThat(third.body()).contains("throttled");
            assertThat(client.get("/cds-services", List.of()).status()).isEqualTo(200);
        }
    }

    @Test
    void addressThatSendsTooOftenIsTurnedAwayBeforeItsTokenIsLookedAt() throws IOException {
        try (GuardedService service = new GuardedService();
                NextlineServer server = NextlineServer.start(
                        new ServerOptions("127.0.0.1", 0, service.gate, null)
                                .with(ServerLimits.development().withRates(RateLimit.none(), new RateLimit(1, 3))),
                        SampleService.services())) {
            RawClient client = new RawClient(server.base());
            for (int i = 0; i < 3; i++) {
                assertThat(client.call(List.of()).status()).isEqualTo(401);
            }

            assertThat(client.call(List.of()).status()).isEqualTo(429);
            assertThat(client.get("/cds-services", List.of()).status()).isEqualTo(429);
            assertThat(service.gate.decisions()).hasSize(3);
        }
    }

    @Test
    void bodyAboveTheLimitIsRefusedByItsDeclaredLength() throws IOException {
        try (NextlineServer server = serve(limits -> limits)) {
            RawClient.Answer answer = new RawClient(server.base())
                    .send(
                            "POST /cds-services/nextline-patient-view HTTP/1.1\r\nHost: a\r\nContent-Type: application/json"
                                    + "\r\nContent-Length: 9000000",
                            List.of(),
                            new byte[0]);

            assertThat(answer.status()).isEqualTo(413);
        }
    }

    @Test
    void everyAnswerToACallNamesItAndCarriesItsTrace() throws IOException {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        try (NextlineServer server = serve(limits -> limits)) {
            RawClient client = new RawClient(server.base());

            assertThat(client.call(List.of("traceparent: " + trace)).head())
                    .contains("traceparent: " + trace)
                    .containsPattern("X-Request-Id: [0-9a-f]{16}");
            assertThat(client.call(List.of("traceparent: 00-forged")).head()).doesNotContain("traceparent");
            assertThat(client.send(
                                    "POST /cds-services/nextline-patient-view HTTP/1.1\r\nHost: a\r\nContent-Length: 0",
                                    List.of(),
                                    new byte[0])
                            .head())
                    .contains("415")
                    .containsPattern("X-Request-Id: [0-9a-f]{16}");
        }
    }

    @Test
    void sampleIsAnsweredUnderTheUsualLimits() throws IOException {
        try (NextlineServer server = serve(limits -> ServerLimits.usual())) {
            assertThat(new RawClient(server.base()).call(List.of()).status()).isEqualTo(200);
            assertThat(SampleRequest.patientView().bytes()).isNotEmpty();
        }
    }
}
