package io.nextline.cdshooks.card;

import static io.nextline.cdshooks.SampleStatement.holds;
import static io.nextline.cdshooks.SampleStatement.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nextline.cdshooks.SamplePatient;
import io.nextline.cdshooks.SampleReport;
import io.nextline.cdshooks.SampleStatement;
import io.nextline.core.evidence.CardPlan;
import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.RankedGap;
import io.nextline.core.evidence.StatementOutcome;
import io.nextline.core.evidence.Topic;
import io.nextline.core.fact.MissingFact;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a card offers to record: the fact that would decide most, one, without a value, and only where a site wants it. */
class FactDraftsTest {

    private static final CardRenderer RENDERER = new CardRenderer(EvidenceBase.bundled());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALL = "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea";

    private static EvidenceReport report(boolean warning, StatementOutcome outcome, MissingFact... missing) {
        List<RankedGap> gaps = Arrays.stream(missing)
                .map(fact -> new RankedGap(fact, List.of("it"), List.of("DS-1")))
                .toList();
        CardPlan plan = new CardPlan(Topic.PROPOSAL, warning, List.of(outcome));
        EvidenceReport sample = SampleReport.card(new SamplePatient().facts(), warning, outcome);
        return new EvidenceReport(sample.version(), sample.facts(), sample.outcomes(), gaps, List.of(plan, plan), null);
    }

    @Test
    void nothingIsOfferedUnlessTheSiteWantsIt() {
        EvidenceReport report = report(false, open(SampleStatement.ds1()), MissingFact.PROGRESSION);

        assertThat(RENDERER.render(report, CALL))
                .allMatch(card -> card.suggestions().isEmpty());
        assertThat(RENDERER.render(report, CALL, null))
                .allMatch(card -> card.suggestions().isEmpty());
    }

    @Test
    void theFirstFactThatCanBeRecordedIsOfferedOnceForAllCards() {
        EvidenceReport report = report(
                false, open(SampleStatement.ds1()), MissingFact.HISTOLOGY, MissingFact.PROGRESSION, MissingFact.STAGE);

        List<Card> cards = RENDERER.render(report, CALL, "p1");

        assertThat(cards.get(0).suggestions()).hasSize(1);
        assertThat(cards.get(0).suggestions().get(0).label()).isEqualTo("Record the status of the cancer");
        assertThat(cards.get(1).suggestions()).isEmpty();
    }

    @Test
    void aFactThatDecidesNothingOfTheCardIsNotAskedFor() {
        assertThat(RENDERER.render(report(false, holds(SampleStatement.ds1()), MissingFact.STAGE), CALL, "p1"))
                .allMatch(card -> card.suggestions().isEmpty());
        assertThat(RENDERER.render(report(false, open(SampleStatement.ds1()), MissingFact.HISTOLOGY), CALL, "p1"))
                .allMatch(card -> card.suggestions().isEmpty());
    }

    @Test
    void aWarningOffersNothingButTheRemoval() {
        assertThat(RENDERER.render(report(true, open(SampleStatement.ds1()), MissingFact.STAGE), CALL, "p1"))
                .allMatch(card -> card.suggestions().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = {"PERFORMANCE_STATUS", "PROGRESSION", "STAGE"})
    void theDraftHasWhatItsProfileAsksForAndNoValue(MissingFact fact) throws IOException {
        JsonNode card = written(RENDERER.render(report(false, open(SampleStatement.ds1()), fact), CALL, "p1")
                .get(0));

        JsonNode suggestion = card.path("suggestions").path(0);
        JsonNode action = suggestion.path("actions").path(0);
        assertThat(card.path("selectionBehavior").asText()).isEqualTo("at-most-one");
        assertThat(suggestion.has("isRecommended")).isFalse();
        assertThat(suggestion.path("actions")).hasSize(1);
        assertThat(action.path("type").asText()).isEqualTo("create");
        assertThat(action.path("description").asText()).contains("without a value");
        assertThat(action.path("resource")).isEqualTo(expected(fact));
        assertThat(action.path("resource").toString()).doesNotContain("\"value");
    }

    /** As HL7/fhir-mCODE-ig has it in SD_PerformanceStatus, SD_DiseaseStatus and SD_Staging: what is 1..1 or fixed. */
    @ParameterizedTest
    @EnumSource(names = {"PERFORMANCE_STATUS", "PROGRESSION", "STAGE"})
    void theExpectedDraftsHaveTheRequiredElementsOfMcode(MissingFact fact) throws IOException {
        JsonNode draft = expected(fact);

        assertThat(draft.path("status").asText()).isEqualTo("registered");
        assertThat(draft.path("code").path("coding").path(0).path("code").asText())
                .isIn("89247-1", "97509-4", "399390009");
        assertThat(draft.path("subject").path("reference").asText()).isEqualTo("Patient/p1");
        assertThat(draft.at("/dataAbsentReason/coding/0/code").asText()).isEqualTo("temp-unknown");
        assertThat(draft.at("/category/0/coding/0/code").asText())
                .isEqualTo(fact == MissingFact.PERFORMANCE_STATUS ? "survey" : "");
    }

    private static JsonNode written(Card card) throws IOException {
        StringWriter out = new StringWriter();
        try (var json = JSON.createGenerator(out)) {
            new CardWriter(json).write(card);
        }
        return JSON.readTree(out.toString());
    }

    private static JsonNode expected(MissingFact fact) throws IOException {
        try (InputStream file =
                FactDraftsTest.class.getResourceAsStream("/io/nextline/cdshooks/drafts/" + fact.id() + ".json")) {
            return JSON.readTree(file);
        }
    }
}
