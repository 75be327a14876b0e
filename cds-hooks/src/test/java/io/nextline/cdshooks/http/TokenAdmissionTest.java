package io.nextline.cdshooks.http;

import static io.nextline.cdshooks.http.GuardedService.BASE;
import static io.nextline.cdshooks.http.GuardedService.CLINIC;
import static io.nextline.cdshooks.http.GuardedService.CLINICS;
import static io.nextline.cdshooks.http.GuardedService.EC;
import static io.nextline.cdshooks.http.GuardedService.EHR;
import static io.nextline.cdshooks.http.GuardedService.RSA;
import static io.nextline.cdshooks.http.GuardedService.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.ResponseRules;
import io.nextline.cdshooks.security.Admission;
import io.nextline.cdshooks.security.Caller;
import io.nextline.cdshooks.security.RefusalCause;
import io.nextline.cdshooks.security.TestKey;
import io.nextline.cdshooks.security.TestToken;
import io.nextline.cdshooks.security.key.SignatureAlgorithm;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that are good, over HTTP, and what becomes of the good ones when they come again. */
class TokenAdmissionTest {

    private static GuardedService service;

    @BeforeAll
    static void start() {
        service = new GuardedService();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Arguments row(String name, UnaryOperator<TestToken> change) {
        return Arguments.of(name, change);
    }

    static List<Arguments> good() {
        return List.of(
                row("aud a string", token -> token),
                row("aud an array with us", token -> token.claim("aud", List.of("https://other.example", VIEW))),
                row("aud an array of us alone", token -> token.claim("aud", List.of(VIEW))),
                row(
                        "exp past within the skew",
                        token -> token.claim("exp", service.now() - 59).claim("iat", service.now() - 300)),
                row("iat in the future within the skew", token -> token.claim("iat", service.now() + 60)),
                row("nbf in the future within the skew", token -> token.claim("nbf", service.now() + 60)),
                row("nbf past", token -> token.claim("nbf", service.now() - 5)),
                row("exp with a fraction", token -> token.claim("exp", service.now() + 60.5)),
                row("second tenant", token -> token.claim("tenant", "south")),
                row(
                        "claims that nobody asked for",
                        token -> token.claim("sub", "x").claim("list", List.of(1, 2))),
                row("jku that is nobody's", token -> token.header("jku", "https://127.0.0.1:1/jwks.json")),
                row("own jwk in the header", token -> token.header("jwk", EC.jwk())),
                row("jti of 256 characters", token -> token.claim("jti", "j".repeat(256))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void goodTokenIsAnswered(String name, UnaryOperator<TestToken> change) {
        RawClient.Answer answer = service.call(change.apply(service.token()).signedBy(EC));

        assertThat(answer.status()).as(service.gate.decisions().toString()).isEqualTo(200);
        assertThat(ResponseRules.parse(answer.body().getBytes(StandardCharsets.UTF_8))
                        .has("cards"))
                .isTrue();
    }

    @Test
    void schemeIsReadInAnyCase() {
        String token = service.token().signedBy(EC);

        assertThat(service.client
                        .call(List.of("authorization: bearer " + token))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void twoIssuersWithTheSameKidAreKeptApart() {
        String ehrs = service.token().signedBy(EC);
        String clinics = TestToken.of(CLINIC, VIEW, service.clock.instant()).signedBy(CLINICS);

        assertThat(service.call(ehrs).status()).isEqualTo(200);
        assertThat(service.call(clinics).status()).isEqualTo(200);
        assertThat(service.gate.decisions())
                .filteredOn(Admission.Admitted.class::isInstance)
                .map(decision -> ((Admission.Admitted) decision).caller())
                .contains(new Caller(EHR, "north"), new Caller(CLINIC, null));
        assertThat(service.call(service.token().signedBy(CLINICS)).status()).isEqualTo(401);
    }

    @Test
    void sameJtiOfTwoIssuersIsTwoTokens() {
        String ehrs = service.token().claim("jti", "shared").signedBy(EC);
        String clinics = TestToken.of(CLINIC, VIEW, service.clock.instant())
                .claim("jti", "shared")
                .signedBy(CLINICS);

        assertThat(service.call(ehrs).status()).isEqualTo(200);
        assertThat(service.call(clinics).status()).isEqualTo(200);
    }

    @Test
    void unlistedTenantOfAnIssuerWithoutAListIsNotPassedOn() {
        service.call(TestToken.of(CLINIC, VIEW, service.clock.instant())
                .claim("tenant", "free text")
                .signedBy(CLINICS));

        assertThat(service.gate.decisions().toString()).doesNotContain("free text");
    }

    @ParameterizedTest
    @EnumSource
    void everyAlgorithmThatCanBeConfiguredWorks(SignatureAlgorithm algorithm) {
        String name = algorithm.name();
        TestKey key = switch (name.substring(0, 1)) {
            case "E" -> TestKey.ec("k", "secp" + name.substring(2).replace("512", "521") + "r1");
            default -> RSA.withKid("k");
        };
        try (GuardedService other =
                new GuardedService(GuardedService.trusting(key).withAlgorithms(EnumSet.of(algorithm)))) {
            assertThat(other.call(other.token().header("alg", name).signedBy(key))
                            .status())
                    .isEqualTo(200);
            String wrong = name.startsWith("ES") ? "RS384" : "ES384";
            assertThat(other.call(other.token()
                                    .header("alg", wrong)
                                    .header("kid", "k")
                                    .signedBy(key, name))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void ofFiftyCallsWithOneTokenExactlyOneIsAnswered() throws Exception {
        String token = service.token().signedBy(EC);
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try {
            Callable<Integer> call = () -> service.call(token).status();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(50, call))) {
                statuses.add(answer.get());
            }
            assertThat(statuses).hasSize(50).containsOnlyOnce(200).containsOnly(200, 401);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void refusedTokenIsNotUsedUp() {
        TestToken token = service.token().claim("jti", "kept");
        service.call(token.claim("aud", "https://other.example").signedBy(EC));

        assertThat(service.call(token.claim("aud", VIEW).signedBy(EC)).status()).isEqualTo(200);
    }

    @Test
    void jtiIsRememberedUntilTheTokenHasExpiredForGood() {
        try (GuardedService other = new GuardedService(settings -> settings.withReplayCapacity(1))) {
            String token = other.token().signedBy(EC);
            assertThat(other.call(token).status()).isEqualTo(200);

            other.clock.advance(Duration.ofSeconds(359));
            assertThat(other.call(token).status()).isEqualTo(401);
            assertThat(other.gate.cause()).isEqualTo(RefusalCause.TOKEN_REPLAYED);
            other.clock.advance(Duration.ofSeconds(1));
            other.call(token);
            assertThat(other.gate.cause()).isEqualTo(RefusalCause.EXPIRED);
        }
    }

    @Test
    void fullReplayStoreAnswers503AndForgetsNothingEarly() {
        try (GuardedService other = new GuardedService(settings -> settings.withReplayCapacity(2))) {
            String first = other.token().signedBy(EC);
            assertThat(other.call(first).status()).isEqualTo(200);
            assertThat(other.call(other.token().signedBy(EC)).status()).isEqualTo(200);

            RawClient.Answer full = other.call(other.token().signedBy(EC));
            assertThat(full.status()).isEqualTo(503);
            assertThat(full.head()).contains("Retry-After: ");
            assertThat(other.gate.cause()).isEqualTo(RefusalCause.REPLAY_STORE_FULL);
            assertThat(other.call(first).status()).isEqualTo(401);

            other.clock.advance(Duration.ofSeconds(361));
            assertThat(other.call(other.token().signedBy(EC)).status()).isEqualTo(200);
        }
    }

    @Test
    void discoveryIsOpenUnlessConfiguredOtherwise() {
        assertThat(service.client.get("/cds-services", List.of()).status()).isEqualTo(200);
        try (GuardedService closed = new GuardedService(settings -> settings.withGuardDiscovery(true))) {
            String token = TestToken.of(CLINIC, BASE + "/cds-services", closed.clock.instant())
                    .signedBy(CLINICS);
            assertThat(closed.client.get("/cds-services", List.of()).status()).isEqualTo(401);
            assertThat(closed.client
                            .get("/cds-services", List.of("Authorization: Bearer " + token))
                            .status())
                    .isEqualTo(200);
            assertThat(closed.client
                            .get(
                                    "/cds-services",
                                    List.of("Authorization: Bearer "
                                            + closed.token().signedBy(EC)))
                            .status())
                    .isEqualTo(401);
            assertThat(closed.client
                            .send("OPTIONS /cds-services HTTP/1.1\r\nHost: x", List.of(), new byte[0])
                            .status())
                    .isEqualTo(204);
        }
    }

    @Test
    void preflightNeedsNoToken() {
        assertThat(service.client
                        .send(
                                "OPTIONS /cds-services/nextline-patient-view HTTP/1.1\r\nHost: x",
                                List.of("Origin: https://sandbox.example"),
                                new byte[0])
                        .status())
                .isEqualTo(204);
    }

    @Test
    void refusalComesBeforeTheBodyIsReadOrItsHeadIsLookedAt() {
        String head = "POST /cds-services/nextline-patient-view HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999";

        assertThat(service.client.send(head, List.of(), new byte[0]).status()).isEqualTo(401);
        assertThat(service.client
                        .send(head, List.of("Content-Type: text/plain"), new byte[0])
                        .status())
                .isEqualTo(401);
    }

    @Test
    void serverRunsOnAnyAddressOnceThereIsAGate() throws Exception {
        ServerOptions options = new ServerOptions("0.0.0.0", 0, service.gate, null);
        try (NextlineServer open = NextlineServer.start(options, SampleService.services())) {
            RawClient client =
                    new RawClient(URI.create("http://127.0.0.1:" + open.base().getPort()));
            assertThat(client.call(List.of()).status()).isEqualTo(401);
            assertThat(client.call(List.of(
                                    "Authorization: Bearer " + service.token().signedBy(EC)))
                            .status())
                    .isEqualTo(200);
        }
    }
}
