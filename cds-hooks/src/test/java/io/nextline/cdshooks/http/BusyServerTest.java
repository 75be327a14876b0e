package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.SampleRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server when more is asked of it than it can do, and when clients send slowly, oddly or never finish. */
@Timeout(60)
class BusyServerTest {

    private static final String HEAD =
            "POST /cds-services/nextline-patient-view HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static NextlineServer serve() throws IOException {
        return NextlineServer.start(ServerOptions.development(0), SampleService.services());
    }

    private CompletableFuture<java.net.http.HttpResponse<String>> call(NextlineServer server, byte[] body) {
        URI service = server.base().resolve("/cds-services/nextline-patient-view");
        return client.sendAsync(
                java.net.http.HttpRequest.newBuilder(service)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static Socket connect(NextlineServer server) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.base().getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static byte[] padded(int size) {
        return SampleRequest.patientView()
                .top("pad", "\"" + "x".repeat(size) + "\"")
                .bytes();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int status(Socket socket) throws IOException {
        byte[] line = socket.getInputStream().readNBytes(12);
        return Integer.parseInt(new String(line, 9, 3, StandardCharsets.US_ASCII));
    }

    @Test
    void whatCannotBeDoneInTimeIsRefusedAtOnceAndTheRestIsAnswered() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        AtomicBoolean started = new AtomicBoolean();
        try (NextlineServer server = NextlineServer.start(
                ServerOptions.development(0), SampleService.services((record, drafts, asOf, layer) -> {
                    if (started.get()) {
                        await(go);
                    }
                    return SampleService.evaluate(!drafts.resources().isEmpty());
                }))) {
            started.set(true);
            List<CompletableFuture<java.net.http.HttpResponse<String>>> calls = new ArrayList<>();
            int many = 2 * Runtime.getRuntime().availableProcessors() + 60;
            for (int i = 0; i < many; i++) {
                calls.add(call(server, SampleRequest.patientView().bytes()));
            }
            CompletableFuture.anyOf(calls.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);
            go.countDown();

            int served = 0;
            for (CompletableFuture<java.net.http.HttpResponse<String>> call : calls) {
                java.net.http.HttpResponse<String> answer = call.get(10, TimeUnit.SECONDS);
                if (answer.statusCode() == 200) {
                    served++;
                } else {
                    assertThat(answer.statusCode()).isEqualTo(503);
                    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
                    assertThat(answer.body()).contains("OperationOutcome");
                }
            }
            assertThat(served).isBetween(2 * Runtime.getRuntime().availableProcessors(), many - 1);
        }
    }

    private static void await(CountDownLatch go) {
        try {
            assertThat(go.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void clientsThatNeverFinishDoNotHoldUpOthers() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try (NextlineServer server = serve()) {
            for (int i = 0; i < 150; i++) {
                Socket socket = connect(server);
                slow.add(socket);
                OutputStream out = socket.getOutputStream();
                out.write(ascii(HEAD + "Content-Length: 8000000\r\n\r\n{\"hook\":"));
                out.flush();
            }
            for (int i = 0; i < 5; i++) {
                assertThat(call(server, SampleRequest.patientView().bytes())
                                .get(5, TimeUnit.SECONDS)
                                .statusCode())
                        .isEqualTo(200);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void bodyThatTricklesIsGivenUp() throws Exception {
        try (NextlineServer server = serve();
                Socket socket = connect(server)) {
            OutputStream out = socket.getOutputStream();
            out.write(ascii(HEAD + "Content-Length: 8000000\r\n\r\n"));
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(3_300);
            while (System.nanoTime() < end && socket.getInputStream().available() == 0) {
                out.write(' ');
                out.flush();
                TimeUnit.MILLISECONDS.sleep(100);
            }

            assertThat(status(socket)).isEqualTo(408);
        }
    }

    @Test
    void bodiesOfEverySizeArriveWhole() throws Exception {
        try (NextlineServer server = serve()) {
            for (int size : new int[] {0, 10_000, 16 * 1024, 440_000, 448 * 1024, 500_000, 3_000_000, 8_000_000}) {
                assertThat(call(server, padded(size)).get(10, TimeUnit.SECONDS).statusCode())
                        .as("%d bytes", size)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void bodyWithoutALengthIsCountedAndRefusedAboveTheLimit() throws Exception {
        try (NextlineServer server = serve();
                Socket socket = connect(server)) {
            OutputStream out = socket.getOutputStream();
            out.write(ascii(HEAD + "Transfer-Encoding: chunked\r\n\r\n"));
            byte[] spaces = ascii(" ".repeat(1024 * 1024));
            for (int i = 0; i < 8; i++) {
                out.write(ascii("100000\r\n"));
                out.write(spaces);
                out.write(ascii("\r\n"));
            }
            out.write(ascii("2\r\n{}\r\n"));
            out.flush();

            assertThat(status(socket)).isEqualTo(413);
        }
    }

    @Test
    void connectionThatEndsInTheMiddleOfABodyHarmsNobody() throws Exception {
        try (NextlineServer server = serve()) {
            for (int i = 0; i < 20; i++) {
                try (Socket socket = connect(server)) {
                    socket.getOutputStream().write(ascii(HEAD + "Content-Length: 400000\r\n\r\n{\"hook\""));
                }
            }

            assertThat(call(server, padded(400_000)).get(5, TimeUnit.SECONDS).statusCode())
                    .isEqualTo(200);
        }
    }
}
