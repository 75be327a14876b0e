package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.cdshooks.ResponseRules;
import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.security.DevelopmentGate;
import io.nextline.cdshooks.security.jwt.AuthenticationSettings;
import io.nextline.cdshooks.security.jwt.JwtGate;
import io.nextline.cdshooks.security.jwt.TrustedIssuer;
import io.nextline.cdshooks.security.key.KeySource;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The servlet in a servlet container, under several mappings. */
class NextlineServletTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Server SERVER = new Server();
    private static String base = "";

    @BeforeAll
    static void start() throws Exception {
        ServerConnector connector = new ServerConnector(SERVER);
        connector.setHost("127.0.0.1");
        SERVER.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/app");
        ServletHolder servlet = new ServletHolder(
                new NextlineServlet(new CdsHooksHandler(SampleService.services(), Cors.none(), new DevelopmentGate())));
        context.addServlet(servlet, "/nextline/*");
        context.addServlet(servlet, "/cds-services/*");
        context.addServlet(servlet, "/evidence/*");
        SERVER.setHandler(new ContextHandlerCollection(context, whole("/all", "/*"), whole("/usual", "/")));
        SERVER.start();
        base = "http://127.0.0.1:" + connector.getLocalPort() + "/app";
    }

    private static ServletContextHandler whole(String path, String mapping) {
        ServletContextHandler context = new ServletContextHandler(path);
        context.addServlet(
                new NextlineServlet(new CdsHooksHandler(SampleService.services(), Cors.none(), new DevelopmentGate())),
                mapping);
        return context;
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
    }

    private static java.net.http.HttpResponse<byte[]> send(java.net.http.HttpRequest.Builder request)
            throws IOException {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static java.net.http.HttpRequest.Builder to(String path) {
        return java.net.http.HttpRequest.newBuilder(URI.create(base + path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nextline/cds-services", "/cds-services"})
    void discoveryAnswersUnderAnyMapping(String path) throws IOException {
        java.net.http.HttpResponse<byte[]> response = send(to(path).GET());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(ResponseRules.parse(response.body()).get("services")).hasSize(3);
        assertThat(response.headers().firstValue("ETag")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nextline/cds-services/", "/cds-services/"})
    void callsAnswerUnderAnyMapping(String path) throws IOException {
        java.net.http.HttpResponse<byte[]> response = send(to(path + "nextline-order-sign")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(SampleRequest.of("order-sign").bytes())));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(ResponseRules.check(response.body()).get("cards")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nextline/evidence", "/evidence", "/nextline/evidence/DS-1", "/evidence/DS-1/attributes"})
    void pagesAnswerUnderAnyMapping(String path) throws IOException {
        java.net.http.HttpResponse<byte[]> response = send(to(path).GET());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/all", "/usual"})
    void servletOfAWholeApplicationAnswersAndSaysWhatIsNotThere(String application) throws IOException {
        String root = base.replace("/app", application);

        assertThat(send(java.net.http.HttpRequest.newBuilder(URI.create(root + "/cds-services")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(java.net.http.HttpRequest.newBuilder(URI.create(root + "/evidence/DS-1")))
                        .statusCode())
                .isEqualTo(200);
        java.net.http.HttpResponse<byte[]> nothing =
                send(java.net.http.HttpRequest.newBuilder(URI.create(root + "/other")));
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(ResponseRules.parse(nothing.body()).get("resourceType").asText())
                .isEqualTo("OperationOutcome");
    }

    @Test
    void refusalsComeAsOutcomes() throws IOException {
        java.net.http.HttpResponse<byte[]> response =
                send(to("/nextline/cds-services/other").GET());

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(ResponseRules.parse(response.body()).get("resourceType").asText())
                .isEqualTo("OperationOutcome");
        assertThat(send(to("/nextline/cds-services/nextline-order-sign").GET()).statusCode())
                .isEqualTo(405);
        assertThat(send(to("/nextline").GET()).statusCode()).isEqualTo(404);
    }

    @Test
    void headHasNoBody() throws IOException {
        java.net.http.HttpResponse<byte[]> response = send(to("/cds-services").method("HEAD", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValueAsLong("Content-Length")).isPresent();
        assertThat(response.body()).isEmpty();
    }

    @Test
    void callPassedOnByAProxyIsNotFromThisMachine() throws IOException {
        java.net.http.HttpResponse<byte[]> response = send(to("/cds-services/nextline-order-sign")
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", "127.0.0.1")
                .POST(BodyPublishers.ofByteArray(SampleRequest.of("order-sign").bytes())));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void servletWhoseKeysCannotBeUsedDoesNotStart() {
        JwtGate gate = new JwtGate(
                AuthenticationSettings.of(
                        URI.create("https://cds.example"),
                        List.of(TrustedIssuer.of(
                                "https://ehr.example", new KeySource.JwksFile(Path.of("missing.json"))))),
                Clock.systemUTC());

        assertThatThrownBy(() ->
                        new NextlineServlet(new CdsHooksHandler(SampleService.services(), Cors.none(), gate)).init())
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("missing.json: it cannot be read");
    }
}
