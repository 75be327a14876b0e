package io.nextline.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ServeCommandTest {

    @Test
    void withoutClientsOrTheDevelopmentSwitchItRefuses() {
        Run.of("serve")
                .exits(ExitCode.USAGE)
                .saysNothingOnStandardOutput()
                .complains("it is not configured who may call", "--config FILE", "--dev");
    }

    @Test
    void everyKeyOfAConfigurationIsPrinted() {
        assertThat(Run.of("serve", "--print-config").exits(ExitCode.DONE).out())
                .contains("server.port=8080", "limits.body=8 MiB", "#auth.issuer.*.iss=", "audit.fail-closed=true");
    }

    @Test
    void unusableConfigurationIsToldAsAWhole(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("nextline.properties"), "server.prot=1\nlimits.idle=soon\n");

        Run.of("serve", "--config", file.toString())
                .exits(ExitCode.USAGE)
                .saysNothingOnStandardOutput()
                .complains("nextline.properties:1:", "the nearest is server.port", ":2: limits.idle: the value is not");
    }

    @Test
    void impossiblePortIsWrongUsage() {
        Run.of("serve", "--dev", "--port", "70000").exits(ExitCode.USAGE).complains("--port takes 0 to 65535");
        Run.of("serve", "--dev", "--port", "http").exits(ExitCode.USAGE).complains("--port");
    }

    @Test
    void takenPortIsNamedWithARemedy() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            Run.of("serve", "--dev", "--port", port)
                    .exits(ExitCode.USAGE)
                    .saysNothingOnStandardOutput()
                    .complains("cannot listen on port " + port, "--port 0");
        }
    }

    @Test
    void servesAtThePrintedAddressUntilStopped() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        PipedWriter out = new PipedWriter();
        try (BufferedReader printed = new BufferedReader(new PipedReader(out))) {
            Console console = new Console(
                    new ByteArrayInputStream(new byte[0]),
                    new PrintWriter(out),
                    new PrintWriter(new StringWriter()),
                    Run.TODAY,
                    false,
                    100);
            Future<Integer> exit =
                    thread.submit(() -> NextlineCommand.commandLine(console).execute("serve", "--dev", "--port", "0"));
            printed.readLine();
            String playground = printed.readLine().replace("Playground: ", "");
            String discovery = printed.readLine().replace("Discovery: ", "");

            HttpRequest request = HttpRequest.newBuilder(URI.create(discovery)).build();
            String body = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();

            HttpRequest first = HttpRequest.newBuilder(URI.create(playground)).build();
            assertThat(HttpClient.newHttpClient()
                            .send(first, BodyHandlers.ofString())
                            .body())
                    .contains("<title>Nextline playground</title>");
            assertThat(discovery).startsWith("http://127.0.0.1:");
            assertThat(body).contains("nextline-patient-view");
            assertThat(exit.isDone()).isFalse();
        } finally {
            thread.shutdownNow();
            assertThat(thread.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
