package io.nextline.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.nextline.cdshooks.http.NextlineServer;
import io.nextline.cdshooks.http.ServerOptions;
import io.nextline.core.Nextline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceCommandTest {

    private static String base = "";
    private static AutoCloseable server = () -> {};

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        NextlineServer started = NextlineServer.start(ServerOptions.development(0), Nextline.load());
        base = started.base().toString();
        server = started;
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void everyRuleIsATableRowAndASummaryEndsIt() {
        Run.of("conformance", base)
                .exits(ExitCode.DONE)
                .isQuiet()
                .prints("Services: nextline-patient-view, nextline-order-select, nextline-order-sign")
                .prints("pass    SHALL   2.0#discovery.services", "skip    SHALL   2.0#clients.no-token")
                .prints("105 rules: ", " 0 failed, ", "No SHALL is broken.")
                .fits(100);
    }

    @Test
    void discoveryUrlIsTakenForItsBase() {
        Run.of("conformance", base + "/cds-services").exits(ExitCode.DONE);
    }

    @Test
    void jsonHoldsEveryRuleAndTheCounts() {
        JsonNode json = Run.of("conformance", base, "--json")
                .exits(ExitCode.DONE)
                .isQuiet()
                .json();

        assertThat(json.path("url").asText()).isEqualTo(base);
        assertThat(json.path("results")).hasSize(105).allSatisfy(each -> {
            assertThat(each.path("id").asText()).contains("#");
            assertThat(each.path("level").asText()).isIn("SHALL", "SHOULD", "MAY");
            assertThat(each.path("result").asText()).isIn("pass", "warn", "skip");
        });
        assertThat(json.at("/summary/fail").asInt()).isZero();
        assertThat(json.at("/summary/pass").asInt()).isGreaterThan(70);
    }

    @Test
    void requestsOfTheUsersAreSentToo() throws IOException {
        Path request = Files.writeString(folder.resolve("request.json"), "{\"hook\": \"patient-view\"}");

        Run.of("conformance", base, "--request", request.toString())
                .exits(ExitCode.FINDINGS)
                .prints("fail 2.0#calling.status", "seen: nextline-patient-view: status 400");
    }

    @Test
    void junitHoldsACaseForEachRule() throws IOException {
        Path report = folder.resolve("new/conformance.xml");

        Run.of("conformance", base, "--expects-auth", "--junit", report.toString())
                .exits(ExitCode.FINDINGS);

        assertThat(Files.readString(report))
                .contains("<testsuites name=\"nextline conformance\" tests=\"105\"")
                .contains("<testcase classname=\"Discovery\" name=\"2.0#discovery.services\" time=\"0.000\"/>")
                .contains("<failure message=\"nextline-patient-view: status 200")
                .contains("<skipped message=\"plain HTTP on this machine\">");
    }

    @Test
    void whatAServiceSendsCannotSteerTheTerminal() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer odd = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        odd.createContext("/", exchange -> {
            byte[] body = "{\"services\": [{\"hook\": \"\\u001b[2J\\u202e\", \"id\": \"<b>\\n&\"}]}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head ? -1 : body.length);
            exchange.getResponseBody().write(head ? new byte[0] : body);
            exchange.close();
        });
        odd.start();
        try {
            Run run =
                    Run.of("conformance", "http://127.0.0.1:" + odd.getAddress().getPort());

            run.exits(ExitCode.FINDINGS).isQuiet().prints("fail 2.0#hooks.name", "No service was found.");
            assertThat(run.out()).doesNotContain("\u001b", "\u202e");
        } finally {
            odd.stop(0);
        }
    }

    @Test
    void urlWithoutAServiceIsUnreadable() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Run.of("conformance", "http://127.0.0.1:" + free)
                .exits(ExitCode.UNREADABLE)
                .saysNothingOnStandardOutput()
                .complains("http://127.0.0.1:" + free + ": nobody listens there", "Check the URL");
    }

    @Test
    void catalogueIsListedWithoutAUrl() {
        Run.of("conformance", "--list")
                .exits(ExitCode.DONE)
                .isQuiet()
                .prints("level", "SHALL", "2.0#discovery.services", "Discovery")
                .fits(100);
        assertThat(Run.of("conformance", "--list", "--json")
                        .exits(ExitCode.DONE)
                        .json())
                .hasSize(105);
    }

    @Test
    void wrongUsageNamesTheRemedy() throws IOException {
        Run.of("conformance").exits(ExitCode.USAGE).complains("name the URL of the service, or --list");
        Run.of("conformance", "ftp://example.org").exits(ExitCode.USAGE).complains("a base URL is http or https");
        Run.of("conformance", "no url").exits(ExitCode.USAGE).complains("is no URL");
        Run.of("conformance", base, "--timeout", "0").exits(ExitCode.USAGE).complains("--timeout takes 1 to 600");
        Run.of("conformance", base, "--header", "none").exits(ExitCode.USAGE).complains("--header takes");
        Run.of("conformance", base, "--token-file", folder.resolve("none").toString())
                .exits(ExitCode.UNREADABLE)
                .complains("cannot be read");
        Path noJson = Files.writeString(folder.resolve("no.json"), "{");
        Run.of("conformance", base, "--request", noJson.toString())
                .exits(ExitCode.UNREADABLE)
                .complains("is no JSON");
    }
}
