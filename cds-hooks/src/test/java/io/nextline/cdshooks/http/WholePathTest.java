package io.nextline.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.cdshooks.CdsServices;
import io.nextline.cdshooks.ResponseRules;
import io.nextline.cdshooks.ServiceSettings;
import io.nextline.cdshooks.security.DevelopmentGate;
import io.nextline.core.Nextline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From the request to the cards with the bundled evidence, on the synthetic call that the server warms up with: clear cell RCC
 * that progressed on nivolumab and ipilimumab, cabozantinib active, atezolizumab drafted.
 */
class WholePathTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    private static final CdsHooksHandler HANDLER = new CdsHooksHandler(
            new CdsServices(Nextline.load(), ServiceSettings.of(CLOCK)), Cors.none(), new DevelopmentGate());

    private static ObjectNode request(String hook) {
        try (InputStream in = WholePathTest.class.getResourceAsStream("warm-up-" + hook + ".json")) {
            return (ObjectNode) ResponseRules.parse(in.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static HttpResponse call(JsonNode request) {
        return SampleService.post(HANDLER, "nextline-" + request.get("hook").asText(), request.toString());
    }

    private static JsonNode response(JsonNode request) {
        HttpResponse response = call(request);
        assertThat(response.status()).as(SampleService.text(response)).isEqualTo(200);
        return ResponseRules.check(response.body());
    }

    private static void draft(ObjectNode request, String rxnorm, String name) {
        ObjectNode coding =
                (ObjectNode) request.at("/context/draftOrders/entry/0/resource/medicationCodeableConcept/coding/0");
        coding.put("code", rxnorm).put("display", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-select", "order-sign"})
    void atezolizumabDraftedBesideCabozantinibIsWarnedOfWithTheFiguresOfContact03(String hook) {
        JsonNode card = response(request(hook)).get("cards").get(0);

        assertThat(card.get("indicator").asText()).isEqualTo("warning");
        assertThat(card.at("/extension/io.nextline.evidence/statements/0/id").asText())
                .isEqualTo("DS-1");
        assertThat(card.get("detail").asText())
                .contains("median 10.6 months (95% CI 9.8-12.3)")
                .contains("HR 1.03 (95% CI 0.83-1.28), p = 0.78")
                .contains("HR 0.94 (95% CI 0.70-1.27), p = 0.69")
                .contains("126/262 (48%)");
        assertThat(card.at("/suggestions/0/actions/0/resourceId").asText()).isEqualTo("MedicationRequest/d1");
        assertThat(card.at("/suggestions/0/label").asText()).isEqualTo("Remove the drafted atezolizumab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "active", "on-hold"})
    void orderThatIsSignedAgainIsJudgedThoughItIsNoDraftAnyMore(String status) {
        ObjectNode request = request("order-sign");
        ((ObjectNode) request.at("/context/draftOrders/entry/0/resource")).put("status", status);

        assertThat(response(request).at("/cards/0/indicator").asText()).isEqualTo("warning");
    }

    @Test
    void nivolumabDraftedInsteadIsNotWarnedOf() {
        ObjectNode request = request("order-sign");
        draft(request, "1597876", "nivolumab");

        JsonNode card = response(request).get("cards").get(0);

        assertThat(card.get("indicator").asText()).isEqualTo("info");
        assertThat(card.at("/extension/io.nextline.evidence/statements").toString())
                .contains("\"DS-2\"")
                .doesNotContain("\"DS-1\"");
        assertThat(card.has("suggestions")).isFalse();
    }

    @Test
    void draftThatIsNotSelectedTriggersNothing() {
        ObjectNode request = request("order-select");
        ((ObjectNode) request.get("context")).putArray("selections").add("MedicationRequest/other");

        assertThat(response(request).get("cards").toString()).doesNotContain("\"DS-1\"");
    }

    @Test
    void unknownHistologyIsAskedForAndNotWarnedOf() {
        ObjectNode request = request("order-sign");
        ObjectNode coding = (ObjectNode) request.at("/prefetch/conditions/entry/0/resource/code/coding/0");
        coding.put("system", "http://hl7.org/fhir/sid/icd-10-cm")
                .put("code", "C64.1")
                .put("display", "kidney");

        JsonNode card = response(request).get("cards").get(0);

        assertThat(card.get("indicator").asText()).isEqualTo("info");
        assertThat(card.has("suggestions")).isFalse();
        assertThat(card.get("detail").asText())
                .contains(
                        "**DS-1** (evidence against; randomised phase 3 trial in this population), open: would apply if")
                .contains("- Histology (");
    }

    @Test
    @Tag("HZ-16")
    void oneResourceOfAnotherPatientRefusesTheCall() {
        for (String place : new String[] {
            "/prefetch/conditions/entry/1/resource/subject",
            "/prefetch/medications/entry/2/resource/subject",
            "/prefetch/observations/entry/0/resource/subject",
            "/prefetch/procedures/entry/0/resource/subject",
            "/context/draftOrders/entry/0/resource/subject"
        }) {
            ObjectNode request = request("order-sign");
            ((ObjectNode) request.at(place)).put("reference", "Patient/somebody-else");

            HttpResponse response = call(request);

            assertThat(response.status()).as(place).isEqualTo(400);
            assertThat(SampleService.text(response)).doesNotContain("somebody-else");
        }
    }

    @Test
    void patientWithoutCancerGetsNoCardAndTheReason() {
        ObjectNode request = request("patient-view");
        ((ObjectNode) request.get("prefetch")).putNull("conditions");
        ((ObjectNode) request.get("prefetch")).putNull("medications");

        HttpResponse response = call(request);

        assertThat(ResponseRules.check(response.body()).get("cards")).isEmpty();
        assertThat(response.headers()).containsEntry(CdsHooksHandler.WHY, "no-cancer");
    }

    @Test
    void everyStatementIsListedWhateverApplies() {
        JsonNode told = response(request("patient-view")).at("/extension/io.nextline.assessment/statements");

        for (int i = 1; i <= 36; i++) {
            assertThat(told.findValuesAsText("id")).contains("DS-" + i);
        }
    }

    @Test
    void parallelCallsGiveTheBytesOfASingleOne() throws Exception {
        String json = request("order-sign").toString();
        byte[] alone = SampleService.post(HANDLER, "nextline-order-sign", json).body();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<byte[]>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Callable<byte[]> call = () ->
                        SampleService.post(HANDLER, "nextline-order-sign", json).body();
                answers.add(threads.submit(call));
            }
            for (Future<byte[]> answer : answers) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
    }
}
