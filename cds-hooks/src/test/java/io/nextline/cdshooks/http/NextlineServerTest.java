package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.cdshooks.ResponseRules;
import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.security.DevelopmentGate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server as a client sees it: bytes over a socket on this machine. */
class NextlineServerTest {

    private static NextlineServer server;

    @BeforeAll
    static void start() throws IOException {
        server = NextlineServer.start(ServerOptions.development(0), SampleService.services());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private record Answer(String head, String text) {

        byte[] body() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        int status() {
            return Integer.parseInt(head.substring(9, 12));
        }
    }

    private static Answer send(String head, byte[] body) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.base().getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            String request = head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            return answer(socket.getInputStream());
        }
    }

    private static Answer answer(InputStream in) throws IOException {
        String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        int end = all.indexOf("\r\n\r\n");
        return new Answer(all.substring(0, end), all.substring(end + 4));
    }

    private static Answer post(String service, byte[] body) throws IOException {
        return send(
                "POST /cds-services/" + service + " HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length,
                body);
    }

    @Test
    void preparingKeepsWhatTheHostHasSetOfJetty() {
        String before = System.getProperty(Preparation.REFERENCES);
        try {
            System.setProperty(Preparation.REFERENCES, "8");
            NextlineServer.prepare();
            assertThat(System.getProperty(Preparation.REFERENCES)).isEqualTo("8");
        } finally {
            restore(before);
        }
    }

    private static void restore(@Nullable String references) {
        if (references == null) {
            System.clearProperty(Preparation.REFERENCES);
        } else {
            System.setProperty(Preparation.REFERENCES, references);
        }
    }

    @Test
    void discoveryAnswersAtItsPath() throws IOException {
        Answer answer = send("GET /cds-services HTTP/1.1", new byte[0]);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(ResponseRules.parse(answer.body()).get("services")).hasSize(3);
        assertThat(answer.head()).contains("Content-Type: application/json").contains("Access-Control-Allow-Origin: *");
        assertThat(answer.head().toLowerCase(Locale.ROOT))
                .doesNotContain("jetty")
                .doesNotContain("\r\nserver:");
    }

    @Test
    void callAnswersWithItsCards() throws IOException {
        Answer answer =
                post("nextline-order-sign", SampleRequest.of("order-sign").bytes());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(ResponseRules.check(answer.body()).get("cards")).hasSize(1);
    }

    @Test
    void callWithoutACardSaysWhyInAHeader() throws IOException {
        Answer answer =
                post("nextline-patient-view", SampleRequest.patientView().bytes());

        assertThat(answer.head()).contains("X-Nextline-Why: not-progressed");
    }

    @Test
    void headIsAnsweredWithoutABody() throws IOException {
        Answer answer = send("HEAD /cds-services HTTP/1.1", new byte[0]);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.head()).containsPattern("Content-Length: \\d{3,}");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void preflightIsAnswered() throws IOException {
        Answer answer = send(
                "OPTIONS /cds-services/nextline-order-select HTTP/1.1\r\nOrigin: https://sandbox.example"
                        + "\r\nAccess-Control-Request-Method: POST",
                new byte[0]);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.head()).contains("Access-Control-Allow-Headers: Authorization, Content-Type");
    }

    @Test
    void declaredLengthAboveTheLimitIsRefusedBeforeItIsSent() throws IOException {
        Answer answer = send(
                "POST /cds-services/nextline-patient-view HTTP/1.1\r\nContent-Type: application/json"
                        + "\r\nContent-Length: 99999999",
                new byte[0]);

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void chunkedBodyIsReadAndCounted() throws IOException {
        String head = "POST /cds-services/nextline-patient-view HTTP/1.1\r\nContent-Type: application/json"
                + "\r\nTransfer-Encoding: chunked";
        String json = SampleRequest.patientView().json();
        String chunks = Integer.toHexString(json.length()) + "\r\n" + json + "\r\n0\r\n\r\n";

        assertThat(send(head, chunks.getBytes(StandardCharsets.US_ASCII)).status())
                .isEqualTo(200);
    }

    @Test
    void refusalsAreOutcomes() throws IOException {
        for (String body : new String[] {"", "{", "[]"}) {
            Answer answer = post("nextline-patient-view", body.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(ResponseRules.parse(answer.body()).get("resourceType").asText())
                    .isEqualTo("OperationOutcome");
        }
        assertThat(send("GET /other HTTP/1.1", new byte[0]).status()).isEqualTo(404);
        assertThat(send("PUT /cds-services HTTP/1.1", new byte[0]).head()).contains("Allow: GET, HEAD, OPTIONS");
    }

    @Test
    void oneConnectionServesManyCalls() throws IOException {
        byte[] body = SampleRequest.patientView().bytes();
        byte[] head = ("POST /cds-services/nextline-patient-view HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.base().getPort())) {
            socket.setSoTimeout(10_000);
            for (int call = 0; call < 5; call++) {
                socket.getOutputStream().write(head);
                socket.getOutputStream().write(body);
                socket.getOutputStream().flush();
                assertThat(new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 200 OK");
                skipAnswer(socket.getInputStream());
            }
        }
    }

    private static void skipAnswer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        String length = head.substring(head.indexOf("Content-Length: ") + 16);
        in.skipNBytes(Long.parseLong(length.substring(0, length.indexOf('\r'))));
    }

    @Test
    void withoutAuthenticationOnlyDevelopmentOnThisMachineIsServed() {
        assertThatThrownBy(() -> new ServerOptions("0.0.0.0", 0, new DevelopmentGate(), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void serviceThatCannotAnswerItsOwnCallDoesNotStart() {
        assertThatThrownBy(() -> NextlineServer.start(
                        ServerOptions.development(0), SampleService.services((record, drafts, asOf, layer) -> {
                            throw new IllegalStateException("made by the test");
                        })))
                .isInstanceOf(IllegalStateException.class)
                .hasStackTraceContaining("answers its warm-up call with 500");
    }
}
