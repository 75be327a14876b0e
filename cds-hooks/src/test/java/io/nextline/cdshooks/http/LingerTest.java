package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.operation.RateLimit;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal that is given before the body has arrived reaches a client that sends on before it reads. */
@Timeout(60)
class LingerTest {

    private static final int PART = 64 * 1024;

    private static Socket connect(NextlineServer server) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.base().getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void begin(Socket socket, String path, String type, long length) throws IOException {
        String head = "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: " + type + "\r\nContent-Length: " + length
                + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Sends a body as a network would: some time after the head, and in parts. */
    private static void sendLate(Socket socket, long length) throws Exception {
        TimeUnit.MILLISECONDS.sleep(100);
        OutputStream out = socket.getOutputStream();
        byte[] part = " ".repeat(PART).getBytes(StandardCharsets.US_ASCII);
        for (long left = length; left > 0; left -= PART) {
            out.write(part, 0, (int) Math.min(left, PART));
        }
        out.flush();
    }

    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            assertThat(read).as("after %s", head).isNotNegative();
            head.append((char) read);
        }
        String length = head.substring(head.indexOf("Content-Length: ") + 16);
        return head
                + new String(
                        in.readNBytes(Integer.parseInt(length.substring(0, length.indexOf('\r')))),
                        StandardCharsets.UTF_8);
    }

    private static void isRefusedAndHeardOf(NextlineServer server, String path, String type, long length, int status)
            throws Exception {
        try (Socket socket = connect(server)) {
            begin(socket, path, type, length);
            sendLate(socket, length);

            assertThat(answer(socket)).startsWith("HTTP/1.1 " + status).contains("OperationOutcome");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/cds-services/none, application/json, 3000000, 404",
        "/cds-services, application/json, 3000000, 405",
        "/cds-services/nextline-patient-view, text/plain, 3000000, 415",
        "/cds-services/nextline-patient-view, application/json, 12000000, 413"
    })
    void clientThatSendsBeforeItReadsLearnsWhyItWasRefused(String path, String type, long length, int status)
            throws Exception {
        try (NextlineServer server = NextlineServer.start(ServerOptions.development(0), SampleService.services())) {
            isRefusedAndHeardOf(server, path, type, length, status);
        }
    }

    @Test
    void clientWithoutATokenOrAboveItsRateLearnsSo() throws Exception {
        try (GuardedService service = new GuardedService();
                NextlineServer server = NextlineServer.start(
                        new ServerOptions("127.0.0.1", 0, service.gate, null)
                                .with(ServerLimits.development().withRates(RateLimit.none(), new RateLimit(1, 1))),
                        SampleService.services())) {
            String path = "/cds-services/nextline-patient-view";
            isRefusedAndHeardOf(server, path, "application/json", 3_000_000, 401);
            isRefusedAndHeardOf(server, path, "application/json", 3_000_000, 429);
        }
    }

    @Test
    void refusalDoesNotWaitForTheBodyAndTheConnectionServesOn() throws Exception {
        try (NextlineServer server = NextlineServer.start(ServerOptions.development(0), SampleService.services());
                Socket socket = connect(server)) {
            begin(socket, "/cds-services/none", "application/json", 200_000);
            assertThat(answer(socket)).startsWith("HTTP/1.1 404");
            sendLate(socket, 200_000);

            begin(socket, "/cds-services/none", "application/json", 0);
            assertThat(answer(socket)).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void bodyThatNeverComesIsNotWaitedForLong() throws Exception {
        try (NextlineServer server = NextlineServer.start(ServerOptions.development(0), SampleService.services());
                Socket socket = connect(server)) {
            long start = System.nanoTime();
            begin(socket, "/cds-services/none", "application/json", 200_000);
            assertThat(answer(socket)).startsWith("HTTP/1.1 404");

            assertThat(socket.getInputStream().read()).isNegative();
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                    .isBetween(Linger.LONGEST_MILLIS - 500, Linger.LONGEST_MILLIS + 5_000);
        }
    }

    @Test
    void clientThatAsksBeforeItSendsIsNotAskedToSend() throws Exception {
        try (NextlineServer server = NextlineServer.start(ServerOptions.development(0), SampleService.services());
                Socket socket = connect(server)) {
            begin(socket, "/cds-services/none", "application/json\r\nExpect: 100-continue", 9);

            assertThat(answer(socket)).startsWith("HTTP/1.1 404");
            assertThat(socket.getInputStream().read()).isNegative();
        }
    }
}
