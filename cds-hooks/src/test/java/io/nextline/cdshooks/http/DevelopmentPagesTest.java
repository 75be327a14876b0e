package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.cdshooks.ResponseRules;
import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.feedback.FeedbackSettings;
import io.nextline.cdshooks.security.ContainerGate;
import io.nextline.cdshooks.security.DevelopmentGate;
import io.nextline.core.evidence.Layer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server for development answers with pages of its own, behind its gate. */
@Timeout(30)
final class DevelopmentPagesTest {

    private static NextlineServer server;
    private static RawClient client;

    /** Says what it was asked. */
    private record Echo(CdsHooksHandler services) implements DevelopmentPages {

        @Override
        public boolean owns(String path) {
            return path.equals("/") || path.startsWith("/playground/");
        }

        @Override
        public HttpResponse answer(HttpRequest request) throws IOException {
            if (request.path().endsWith("/broken")) {
                throw new IllegalStateException("secret");
            }
            if (request.path().endsWith("/unread")) {
                throw new IOException("secret");
            }
            String said = request.method() + " " + request.path() + " "
                    + request.body().readAllBytes().length;
            return HttpResponse.of(200, "text/plain; charset=utf-8", said.getBytes(StandardCharsets.UTF_8));
        }
    }

    @BeforeAll
    static void start() throws IOException {
        server = NextlineServer.develop(
                ServerOptions.development(0),
                SampleService.services(),
                FeedbackSettings.inMemory().store(),
                Echo::new);
        client = new RawClient(server.base());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void pageIsAnsweredWithItsOwnType() {
        RawClient.Answer answer = client.get("/", List.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.head()).contains("Content-Type: text/plain");
        assertThat(answer.body()).isEqualTo("GET / 0");
    }

    @Test
    void headHasTheLengthAndNoBody() {
        RawClient.Answer answer = client.send("HEAD / HTTP/1.1\r\nHost: localhost", List.of(), new byte[0]);

        assertThat(answer.head()).contains("Content-Length: 7");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void bodyIsTakenInAsThatOfACall() {
        assertThat(client.post("/playground/story", List.of()).body()).startsWith("POST /playground/story ");
        assertThat(client.post("/playground/story", List.of("Content-Encoding: gzip"))
                        .status())
                .isEqualTo(415);
        assertThat(client.send(
                                "POST /playground/story HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json",
                                List.of("Content-Length: 99999999"),
                                new byte[0])
                        .status())
                .isEqualTo(413);
    }

    @Test
    void otherMethodsAreRefusedWithThoseThatAreNot() {
        RawClient.Answer answer = client.send("PUT / HTTP/1.1\r\nHost: localhost", List.of(), new byte[0]);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.head()).contains("Allow: GET, HEAD, POST");
    }

    @Test
    void callThatAProxyPassesOnIsRefused() {
        assertThat(client.get("/", List.of("X-Forwarded-For: 10.0.0.1")).status())
                .isEqualTo(401);
        assertThat(client.post("/playground/story", List.of("Via: 1.1 proxy")).status())
                .isEqualTo(401);
    }

    @Test
    void failureOfAPageIsToldWithoutItsWords() {
        RawClient.Answer answer = client.get("/playground/broken", List.of());

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void whatIsNotThePagesIsTheServices() {
        assertThat(client.get("/cds-services", List.of()).body()).contains("nextline-patient-view");
        assertThat(client.get("/nowhere", List.of()).status()).isEqualTo(404);
    }

    @Test
    void serverWithoutPagesHasNothingAtTheirPaths() throws IOException {
        try (NextlineServer plain = NextlineServer.start(ServerOptions.development(0), SampleService.services())) {
            assertThat(new RawClient(plain.base()).get("/", List.of()).status()).isEqualTo(404);
            assertThat(new RawClient(plain.base())
                            .get("/playground/drugs", List.of())
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void serverForClientsTakesNoPages() {
        ServerOptions forClients = new ServerOptions("127.0.0.1", 0, new ContainerGate(Set.of("ehr")), null);

        assertThatThrownBy(() -> NextlineServer.develop(
                        forClients,
                        SampleService.services(),
                        FeedbackSettings.inMemory().store(),
                        Echo::new))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("this machine alone");
    }

    @Test
    void servicesOfAnotherDayEvaluateOnThatDayFromThatLayer() throws IOException {
        List<String> asked = new ArrayList<>();
        CdsHooksHandler handler = new CdsHooksHandler(
                SampleService.services((record, drafts, asOf, layer) -> {
                    asked.add(asOf + " " + layer);
                    return SampleService.evaluate(false);
                }),
                Cors.none(),
                new DevelopmentGate());
        String body = new String(SampleRequest.patientView().bytes(), StandardCharsets.UTF_8);

        HttpResponse then =
                SampleService.post(handler.asOf(LocalDate.of(2025, 2, 3), Layer.SEED), "nextline-patient-view", body);
        SampleService.post(handler, "nextline-patient-view", body);

        assertThat(asked).containsExactly("2025-02-03 SEED", "2026-11-21 ALL");
        assertThat(ResponseRules.parse(then.body()).get("cards")).isEmpty();
    }

    @Test
    void pageThatCannotReadItsBodyIsAnsweredAllTheSame() {
        RawClient.Answer answer = client.send(
                "POST /playground/unread HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2",
                List.of(),
                "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("the service failed").doesNotContain("secret");
    }
}
