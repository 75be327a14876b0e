package io.nextline.cdshooks.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.cdshooks.ResponseRules;
import io.nextline.cdshooks.SampleReport;
import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.evidence.NoCardReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResponseWriterTest {

    private static final ResponseWriter WRITER = new ResponseWriter(new CardRenderer(EvidenceBase.bundled()));

    @Test
    void warningKeepsToTheRulesAndTheContract() {
        JsonNode response = ResponseRules.check(WRITER.write(SampleReport.warning(), "call-1"));

        JsonNode card = response.get("cards").get(0);
        assertThat(card.get("indicator").asText()).isEqualTo("warning");
        assertThat(card.get("selectionBehavior").asText()).isEqualTo("at-most-one");
        assertThat(card.get("overrideReasons")).hasSize(6);
        JsonNode evidence = card.get("extension").get("io.nextline.evidence");
        assertThat(evidence.get("statements").get(0).toString())
                .isEqualTo("{\"id\":\"DS-1\",\"kind\":\"discourage\",\"strength\":\"RCT\",\"applies\":\"true\","
                        + "\"trials\":[\"CONTACT-03\"]}");
    }

    @Test
    void assessmentTellsTheFacts() {
        JsonNode told = ResponseRules.check(WRITER.write(SampleReport.warning(), "call-1"))
                .get("extension")
                .get("io.nextline.assessment");

        assertThat(told.get("diagnosis").toString())
                .isEqualTo("{\"type\":\"renal-cell-carcinoma\",\"histology\":\"clear-cell\",\"stage\":\"metastatic\"}");
        assertThat(told.get("linesOfTherapy").toString())
                .isEqualTo("[{\"line\":1,\"setting\":\"advanced\",\"drugs\":[\"ipilimumab\",\"nivolumab\"],"
                        + "\"start\":\"2025-01\",\"end\":\"2025-07\",\"endReason\":\"progression\"}]");
        assertThat(told.get("progression").toString())
                .isEqualTo("{\"grade\":\"stated\",\"onLine\":1,\"date\":\"2025-07-02\"}");
        assertThat(told.get("priorClasses").toString()).isEqualTo("[\"CTLA-4\",\"PD-1\"]");
        assertThat(told.get("primaryInPlace").asText()).isEqualTo("unknown");
        assertThat(told.get("oligoprogression").asText()).isEqualTo("false");
        assertThat(told.get("performanceStatus").toString()).isEqualTo("{\"ecog\":1,\"date\":\"2026-10-02\"}");
        assertThat(told.get("imdc").get("groups").toString()).isEqualTo("[\"favourable\",\"intermediate\"]");
        assertThat(told.get("imdc").get("factors").get("calcium").asText()).isEqualTo("unknown");
        assertThat(told.get("unidentifiedTherapy").asInt()).isZero();
        assertThat(told.has("noCardReason")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void answerWithoutCardsSaysWhy(NoCardReason reason) {
        JsonNode response = ResponseRules.check(WRITER.write(SampleReport.noCard(reason), "call-1"));

        assertThat(response.get("cards")).isEmpty();
        JsonNode told = response.get("extension").get("io.nextline.assessment");
        assertThat(told.get("noCardReason").asText()).isEqualTo(reason.id());
        assertThat(told.get("progression").get("grade").asText()).isEqualTo("unknown");
        assertThat(told.get("linesOfTherapy")).isEmpty();
    }

    @Test
    void equalReportsGiveEqualBytes() {
        assertThat(WRITER.write(SampleReport.warning(), "call-1"))
                .isEqualTo(WRITER.write(SampleReport.warning(), "call-1"));
    }
}
