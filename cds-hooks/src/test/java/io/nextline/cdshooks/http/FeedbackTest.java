package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.feedback.FeedbackDesk;
import io.nextline.cdshooks.feedback.FeedbackStore;
import io.nextline.cdshooks.feedback.InMemoryFeedbackStore;
import io.nextline.cdshooks.feedback.KeptFeedback;
import io.nextline.cdshooks.feedback.Period;
import io.nextline.cdshooks.security.Admission;
import io.nextline.cdshooks.security.Caller;
import io.nextline.cdshooks.security.ClientGate;
import io.nextline.cdshooks.security.RefusalCause;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The feedback endpoint, from request to store. */
class FeedbackTest {

    private static final String PATH = "/cds-services/nextline-order-sign/feedback";
    private static final String CARD = "9368d37b-283f-44a0-93ea-547cebab93ed";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final Caller EHR = new Caller("https://ehr.example", "north");

    private final CdsServices services = SampleService.services();
    private final FeedbackStore store = new InMemoryFeedbackStore();
    private final FeedbackDesk desk = new FeedbackDesk(store, services);
    private final List<String> asked = new ArrayList<>();
    private final ClientGate gate = call -> {
        asked.add(call.path());
        return new Admission.Admitted(EHR);
    };
    private final CdsHooksHandler handler = new CdsHooksHandler(services, Cors.anyOrigin(), gate, desk);

    @AfterEach
    void close() {
        desk.close();
    }

    private static String overridden(String card) {
        return "{\"feedback\":[{\"card\":\"" + card + "\",\"outcome\":\"overridden\",\"overrideReason\":{\"reason\":"
                + "{\"code\":\"disagree\",\"system\":\"https://nextline.io/fhir/CodeSystem/override-reason\"},"
                + "\"userComment\":\"seen\"},\"outcomeTimestamp\":\"2026-11-21T11:59:00Z\"}]}";
    }

    private HttpResponse post(String body) {
        return SampleService.send(handler, "POST", PATH, JSON, body);
    }

    private List<KeptFeedback> kept() {
        List<KeptFeedback> kept = new ArrayList<>();
        store.read(Period.ALL, kept::add);
        return kept;
    }

    @Test
    void feedbackIsKeptWithItsCallerAndAnsweredWithoutABody() {
        HttpResponse response = post(overridden(CARD));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.length()).isZero();
        assertThat(response.headers()).doesNotContainKey("Content-Type").containsEntry("Cache-Control", "no-store");
        assertThat(kept()).singleElement().satisfies(one -> {
            assertThat(one.received().service()).isEqualTo("nextline-order-sign");
            assertThat(one.received().issuer()).isEqualTo("https://ehr.example");
            assertThat(one.received().tenant()).isEqualTo("north");
            assertThat(one.received().evidenceVersion()).isEqualTo(services.evidenceVersion());
            assertThat(one.received().receivedAt()).isEqualTo("2026-11-21T12:00:00Z");
            assertThat(one.received().feedback().card()).isEqualTo(CARD);
        });
    }

    @Test
    void sameFeedbackSentAgainIsHarmless() {
        assertThat(post(overridden(CARD)).status()).isEqualTo(200);
        assertThat(post(overridden(CARD)).status()).isEqualTo(200);

        assertThat(kept()).hasSize(1);
    }

    @Test
    void tokenIsForTheFeedbackUrl() {
        post(overridden(CARD));

        assertThat(asked).containsExactly(PATH);
    }

    @Test
    void statementsOfACardThatWasSentAreKnown() throws Exception {
        HttpResponse answer = SampleService.post(
                handler, "nextline-order-sign", SampleRequest.of("order-sign").json());
        JsonNode card = new ObjectMapper().readTree(answer.body()).path("cards").path(0);

        post(overridden(card.path("uuid").asText()));

        desk.close();
        assertThat(kept()).singleElement().satisfies(one -> {
            assertThat(one.statements()).containsExactly("DS-1");
            assertThat(one.kind().evidenceVersion()).isEqualTo("2026.11");
        });
    }

    @Test
    void wrongFeedbackIsRefusedWholeWithItsElements() {
        String two = overridden(CARD).replace("}]}", "},{\"card\":\"" + CARD + "\",\"outcome\":\"ignored\"}]}");

        HttpResponse response = post(two);

        assertThat(response.status()).isEqualTo(400);
        assertThat(SampleService.text(response))
                .contains(
                        "OperationOutcome",
                        "feedback[1].outcome is neither",
                        "feedback[1].outcomeTimestamp is missing");
        assertThat(kept()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"feedback\":",
                "{\"feedback\":7}",
                "\"\\ud800\"",
                "{\"feedback\":[null]}"
            })
    void oddBodyIsRefused(String body) {
        assertThat(post(body).status()).isEqualTo(400);
        assertThat(kept()).isEmpty();
    }

    @Test
    void largeBodyIsRefusedByItsLengthAndByItsBytes() {
        String large = " ".repeat(256 * 1024) + overridden(CARD);

        assertThat(post(large).status()).isEqualTo(413);
        assertThat(SampleService.send(
                                handler,
                                "POST",
                                PATH,
                                Map.of("Content-Type", "application/json", "Content-Length", "262145"),
                                "")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void otherMethodsTypesAndServicesAreRefusedAsElsewhere() {
        assertThat(SampleService.get(handler, PATH).status()).isEqualTo(405);
        assertThat(SampleService.get(handler, PATH).headers()).containsEntry("Allow", "POST, OPTIONS");
        assertThat(SampleService.send(handler, "POST", PATH, Map.of("Content-Type", "text/plain"), overridden(CARD))
                        .status())
                .isEqualTo(415);
        for (String path : List.of(
                "/cds-services/other/feedback",
                "/cds-services/feedback",
                "/cds-services//feedback",
                PATH + "/",
                PATH + "/feedback")) {
            assertThat(SampleService.send(handler, "POST", path, JSON, overridden(CARD))
                            .status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void preflightPassesWithoutAuthentication() {
        HttpResponse preflight = SampleService.send(handler, "OPTIONS", PATH, Map.of(), "");

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.headers())
                .containsKey("Access-Control-Allow-Origin")
                .hasEntrySatisfying(
                        "Access-Control-Allow-Methods",
                        methods -> assertThat(methods).contains("POST"));
        assertThat(asked).isEmpty();
        assertThat(post(overridden(CARD)).headers()).containsKey("Access-Control-Allow-Origin");
    }

    @Test
    void refusedCallerGets401AndNothingIsKept() {
        CdsHooksHandler closed = new CdsHooksHandler(
                services, Cors.none(), call -> new Admission.Refused(RefusalCause.AUDIENCE_MISMATCH), desk);

        assertThat(SampleService.send(closed, "POST", PATH, JSON, overridden(CARD))
                        .status())
                .isEqualTo(401);
        assertThat(kept()).isEmpty();
    }

    @Test
    void withoutADeskThereIsNoEndpoint() throws IOException {
        CdsHooksHandler without = new CdsHooksHandler(services, Cors.none(), gate);

        assertThat(SampleService.send(without, "POST", PATH, JSON, overridden(CARD))
                        .status())
                .isEqualTo(404);
    }
}
