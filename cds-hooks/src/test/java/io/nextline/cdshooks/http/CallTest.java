package io.nextline.cdshooks.http;

import static io.nextline.cdshooks.http.SampleService.post;
import static io.nextline.cdshooks.http.SampleService.send;
import static io.nextline.cdshooks.http.SampleService.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.cdshooks.ResponseRules;
import io.nextline.cdshooks.SampleRequest;
import io.nextline.cdshooks.security.DevelopmentGate;
import io.nextline.cdshooks.security.Peer;
import io.nextline.core.WrongPatientException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallTest {

    private static final String VIEW = "nextline-patient-view";
    private static final CdsHooksHandler HANDLER =
            new CdsHooksHandler(SampleService.services(), Cors.none(), new DevelopmentGate());

    private static HttpResponse call(CdsHooksHandler handler, SampleRequest request) {
        String json = request.json();
        String hook = ResponseRules.parse(request.bytes()).get("hook").asText();
        return post(handler, "nextline-" + hook, json);
    }

    private static JsonNode outcome(HttpResponse response, int status) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers()).containsEntry("Content-Type", "application/json");
        JsonNode outcome = ResponseRules.parse(response.body());
        assertThat(outcome.get("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(outcome.get("issue")).isNotEmpty();
        return outcome.get("issue");
    }

    @ParameterizedTest
    @CsvSource({"patient-view, 0", "order-select, 1", "order-sign, 1"})
    void everyServiceAnswersItsHookByTheRules(String hook, int cards) {
        HttpResponse response = call(HANDLER, SampleRequest.of(hook));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers()).containsEntry("Cache-Control", "no-store");
        assertThat(ResponseRules.check(response.body()).get("cards")).hasSize(cards);
        assertThat(response.headers().get(CdsHooksHandler.WHY)).isEqualTo(cards == 0 ? "not-progressed" : null);
    }

    @Test
    void sameRequestGivesTheSameBytes() {
        byte[] first = call(HANDLER, SampleRequest.of("order-sign")).body();

        assertThat(call(HANDLER, SampleRequest.of("order-sign")).body()).isEqualTo(first);
    }

    @Test
    void evaluatesOnTheDayOfTheClock() {
        AtomicReference<LocalDate> day = new AtomicReference<>();
        CdsHooksHandler handler = new CdsHooksHandler(
                SampleService.services((record, drafts, asOf, layer) -> {
                    day.set(asOf);
                    return SampleService.evaluate(false);
                }),
                Cors.none(),
                new DevelopmentGate());

        call(handler, SampleRequest.patientView());

        assertThat(day.get()).isEqualTo("2026-11-21");
    }

    @Test
    void requestForAnotherHookIsRefused() {
        JsonNode issues =
                outcome(post(HANDLER, VIEW, SampleRequest.of("order-sign").json()), 400);

        assertThat(issues.get(0).get("diagnostics").asText()).startsWith("hook ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient/p1", "RelatedPerson/r1"})
    void patientsAndRelativesGetNoCard(String userId) {
        HttpResponse response = call(HANDLER, SampleRequest.of("order-sign").context("userId", "\"" + userId + "\""));

        assertThat(ResponseRules.check(response.body()).get("cards")).isEmpty();
        assertThat(response.headers()).containsEntry(CdsHooksHandler.WHY, "reader-not-clinician");
    }

    @Test
    void p11MissingRequiredDataIsNamedWithWhatItDecides() {
        JsonNode issues = outcome(
                call(
                        HANDLER,
                        SampleRequest.patientView().top("prefetch", "{\"patient\":" + SampleRequest.PATIENT + "}")),
                412);

        assertThat(issues).hasSize(2);
        assertThat(issues.get(0).get("diagnostics").asText())
                .contains("'conditions' is missing")
                .contains("it decides which cancer it is")
                .contains("Condition?patient={{context.patientId}}");
        assertThat(issues.get(1).get("diagnostics").asText()).contains("'medications' is missing");
    }

    @Test
    void p8NullIsAnAnswerAndP7AbsentOptionalKeysAreNoObstacle() {
        HttpResponse response = call(
                HANDLER,
                SampleRequest.patientView()
                        .prefetch("medications", "null")
                        .prefetch("conditions", SampleRequest.EMPTY)
                        .prefetch("observations", null));

        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    @Tag("HZ-16")
    void dataOfAnotherPatientRefuseTheCall() {
        CdsHooksHandler handler = new CdsHooksHandler(
                SampleService.services((record, drafts, asOf, layer) -> {
                    throw new WrongPatientException("Condition");
                }),
                Cors.none(),
                new DevelopmentGate());

        JsonNode issues = outcome(call(handler, SampleRequest.patientView()), 400);

        assertThat(issues.get(0).get("diagnostics").asText()).contains("a Condition is about another patient");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/fhir+json",
                "application/xml",
                "application/json; charset=iso-8859-1",
                "application/jsonp",
                "application/x-www-form-urlencoded"
            })
    void otherMediaTypesAreRefused(String type) {
        outcome(send(HANDLER, "POST", "/cds-services/" + VIEW, Map.of("Content-Type", type), "{}"), 415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json;charset=UTF-8", "Application/JSON; charset=\"utf-8\""})
    void jsonInUtf8IsTaken(String type) {
        assertThat(send(
                                HANDLER,
                                "POST",
                                "/cds-services/" + VIEW,
                                Map.of("Content-Type", type),
                                SampleRequest.patientView().json())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void bodyWithoutATypeOrInAnEncodingIsRefused() {
        outcome(send(HANDLER, "POST", "/cds-services/" + VIEW, Map.of(), "{}"), 415);
        Map<String, String> packed = Map.of("Content-Type", "application/json", "Content-Encoding", "gzip");
        outcome(send(HANDLER, "POST", "/cds-services/" + VIEW, packed, "{}"), 415);
    }

    @Test
    void largeBodyIsRefusedByItsDeclaredAndByItsRealLength() {
        Map<String, String> declared = Map.of("Content-Type", "application/json", "Content-Length", "8388609");
        outcome(send(HANDLER, "POST", "/cds-services/" + VIEW, declared, "{}"), 413);
        outcome(post(HANDLER, VIEW, "{\"x\":\"" + "y".repeat(8 * 1024 * 1024) + "\"}"), 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "canary", "{\"hook\":\"canary\"}", "\u0000", "{\"a\":1e99999999999}"})
    void unreadableAndMalformedBodiesAreRefusedWithoutRepeatingThem(String body) {
        HttpResponse response = post(HANDLER, VIEW, body);

        outcome(response, 400);
        assertThat(text(response))
                .doesNotContain("canary")
                .doesNotContain("Exception")
                .doesNotContain("at io.");
    }

    @Test
    void deepNestingEndsWithThatCall() {
        outcome(post(HANDLER, VIEW, "{\"x\":" + "[".repeat(100_000)), 400);
    }

    @Test
    void unexpectedFailureTellsAnIdAndNothingOfTheRequest() {
        CdsHooksHandler handler = new CdsHooksHandler(
                SampleService.services((record, drafts, asOf, layer) -> {
                    throw new IllegalStateException("canary of the patient");
                }),
                Cors.none(),
                new DevelopmentGate());

        HttpResponse response = call(handler, SampleRequest.patientView());

        outcome(response, 500);
        assertThat(text(response))
                .contains("under id " + response.headers().get(CdsHooksHandler.REQUEST_ID))
                .doesNotContain("canary", "IllegalState");
    }

    @Test
    void exhaustedStackAndHeapEndWithTheirCall() {
        for (Error error : new Error[] {new StackOverflowError(), new OutOfMemoryError("made by the test")}) {
            CdsHooksHandler handler = new CdsHooksHandler(
                    SampleService.services((record, drafts, asOf, layer) -> {
                        throw error;
                    }),
                    Cors.none(),
                    new DevelopmentGate());

            outcome(call(handler, SampleRequest.patientView()), 500);
        }
    }

    @Test
    void brokenConnectionIsLeftToTheContainer() {
        InputStream broken = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("gone");
            }
        };
        HttpRequest.Headers headers = HttpRequest.Headers.of(Map.of("Content-Type", "application/json"));

        assertThatThrownBy(() ->
                        HANDLER.handle(new HttpRequest("POST", "/cds-services/" + VIEW, headers, broken, Peer.LOCAL)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void gateThatFailsAdmitsNobody() {
        AtomicInteger evaluations = new AtomicInteger();
        CdsHooksHandler handler = new CdsHooksHandler(
                SampleService.services((record, drafts, asOf, layer) -> {
                    evaluations.incrementAndGet();
                    return SampleService.evaluate(false);
                }),
                Cors.none(),
                call -> {
                    throw new IllegalStateException("canary of the gate");
                });

        HttpResponse response =
                SampleService.post(handler, VIEW, SampleRequest.patientView().json());

        assertThat(response.status()).isEqualTo(500);
        assertThat(SampleService.text(response)).doesNotContain("canary");
        assertThat(evaluations).hasValue(0);
    }
}
