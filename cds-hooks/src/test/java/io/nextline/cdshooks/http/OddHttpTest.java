package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.SampleRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Odd HTTP gets a defined status in our own words, or a closed connection: never a failure, a page of the server, or a hang. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class OddHttpTest {

    // 0 stands for a connection that was closed; 501 and 505 for HTTP in a form that this server does not speak.
    private static final Set<Integer> DEFINED =
            Set.of(0, 200, 204, 304, 400, 401, 404, 405, 408, 411, 412, 413, 414, 415, 417, 421, 426, 431, 501, 505);
    private static final int DRAWN = 1_000;
    private static final String SERVICE = "/cds-services/nextline-patient-view";
    private static final String BODY = SampleRequest.patientView().json();

    private static final List<String> METHODS = List.of(
            "GET",
            "POST",
            "HEAD",
            "OPTIONS",
            "PUT",
            "DELETE",
            "PATCH",
            "TRACE",
            "CONNECT",
            "PRI",
            "get",
            "P\u0000ST",
            "\u00e9",
            "");
    private static final List<String> TARGETS = List.of(
            "/cds-services",
            SERVICE,
            SERVICE + "/feedback",
            SERVICE + "/",
            "/cds-services/../cds-services",
            "/%2e%2e/x",
            "/cds-services/%2e%2e",
            "/cds-services;a=b/nextline-patient-view;c",
            "//cds-services",
            "/cds-services%2Fx",
            "/%00",
            "/%",
            "/%zz",
            "/%ff%fe",
            "/cds-services?%zz&=&&a",
            "/cds-services#x",
            "*",
            "http://evil.example" + SERVICE,
            "evil.example:80",
            "/" + "a".repeat(9_000),
            "/\u00e9",
            "\\cds-services",
            "/cds-services\\x",
            "",
            " ");
    private static final List<String> VERSIONS = List.of(
            "HTTP/1.1",
            "HTTP/1.1",
            "HTTP/1.1",
            "HTTP/1.0",
            "HTTP/0.9",
            "HTTP/2.0",
            "HTTP/9.9",
            "http/1.1",
            "HTTP/1.1 x",
            "");
    private static final List<String> HEADERS = List.of(
            "Host: a",
            "Host: a",
            "Host: a",
            "Host: b",
            "Host:",
            "Content-Type: application/json",
            "Content-Type: application/json",
            "Content-Type: ;;;",
            "Content-Type: application/json; charset=utf-16",
            "Content-Length: 5",
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Content-Length: 5, 5",
            "Content-Length: +5",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: gzip, chunked",
            "Transfer-Encoding: identity",
            "Transfer-Encoding: chunked, chunked",
            "Content-Encoding: gzip",
            "Expect: 100-continue",
            "Expect: something",
            "Connection: Upgrade, HTTP2-Settings",
            "Upgrade: h2c",
            "Upgrade: websocket",
            "Connection: keep-alive",
            "Authorization: Bearer x",
            "Authorization:",
            "Origin: null",
            "Origin: https://x.example",
            "If-None-Match: *",
            "traceparent: x",
            "no colon here",
            ": no name",
            "Spaced : x",
            " folded: x",
            "N\u0000ull: x",
            "X: \u0000",
            "X: \u0007",
            "X: \u00e9",
            "X-Long: " + "y".repeat(20_000),
            "Range: bytes=0-1",
            "Accept: text/html",
            "Accept-Encoding: gzip",
            "TE: trailers",
            "Trailer: X",
            "Forwarded: for=x");
    private static final List<String> BODIES = List.of(
            "",
            BODY,
            "5\r\nhello\r\n0\r\n\r\n",
            "zz\r\nhello\r\n0\r\n\r\n",
            "FFFFFFFFFFFFFFFF\r\n",
            "5;ext=\"a\r\nb\"\r\nhello\r\n0\r\n\r\n",
            "0\r\nX: y\r\n\r\n",
            "hello",
            "\u0000\u0000",
            "GET /cds-services HTTP/1.1\r\nHost: a\r\n\r\n");

    private NextlineServer server;

    @BeforeAll
    void start() throws IOException {
        server = NextlineServer.start(ServerOptions.development(0), SampleService.services());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Returns the status of the first answer, 0 where the connection was closed without one. */
    private int send(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.base().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            if (!answer.startsWith("HTTP/1.1 ")) {
                assertThat(answer).doesNotContain("HTTP/", "<html", "\tat ");
                return 0;
            }
            assertThat(answer).doesNotContain("\tat ", "Exception", "<html", "<title", "Jetty", "org.eclipse");
            return Integer.parseInt(answer.substring(9, 12));
        } catch (SocketException reset) {
            return 0;
        }
    }

    static List<String> known() {
        return List.of(
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET /cds-services\r\n\r\n",
                "\r\n\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001",
                "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
                "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                "TRACE /cds-services HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET http://[::1 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /cds-services HTTP/1.1\r\n\r\n",
                "GET /cds-services HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /cds-services HTTP/1.1\r\nHost: [::1\r\n\r\n",
                "GET /cds-services HTTP/1.1\r\nHost: a:99999\r\n\r\n",
                "POST " + SERVICE
                        + " HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /",
                "POST " + SERVICE
                        + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "5;a=\"\r\n\"\r\nhello\r\n0\r\n\r\n",
                "POST " + SERVICE
                        + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: gzip\r\n\r\nx",
                "POST " + SERVICE
                        + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "7FFFFFFFFFFFFFFF\r\n{}");
    }

    @ParameterizedTest
    @MethodSource("known")
    void knownOddityGetsADefinedAnswer(String request) throws IOException {
        assertThat(send(request)).isIn(DEFINED);
    }

    @Test
    void drawnOdditiesGetADefinedAnswer() throws IOException {
        Random random = new Random(20261121);
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < DRAWN; i++) {
            StringBuilder request = new StringBuilder(pick(random, METHODS))
                    .append(' ')
                    .append(pick(random, TARGETS))
                    .append(' ')
                    .append(pick(random, VERSIONS))
                    .append("\r\n");
            for (int n = random.nextInt(5); n >= 0; n--) {
                request.append(pick(random, HEADERS)).append(random.nextInt(20) == 0 ? "\n" : "\r\n");
            }
            request.append("\r\n").append(pick(random, BODIES));
            int status = send(request.toString());
            assertThat(status).as("%s", request).isIn(DEFINED);
            statuses.merge(status, 1, Integer::sum);
        }
        assertThat(statuses.keySet()).contains(400, 404);
        assertThat(send("GET /cds-services HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .isEqualTo(200);
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
