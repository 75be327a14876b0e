package io.nextline.cdshooks.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.SamplePatient;
import io.nextline.cdshooks.SampleReport;
import io.nextline.cdshooks.SampleStatement;
import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.Statement;
import io.nextline.core.evidence.StatementKind;
import io.nextline.core.evidence.StatementOutcome;
import io.nextline.core.evidence.Topic;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How cards are worded, over every trial and every statement of the bundled base. */
class CardWordsTest {

    // Words that direct. "Given" and "stopped" tell of the past and are fine.
    private static final Pattern DIRECTING = Pattern.compile(
            "\\b(must|should|give|stop|start|prescribe|recommend(ed|s)?|eligible|enrol(l)?|we advise|is indicated)\\b",
            Pattern.CASE_INSENSITIVE);

    private static List<Card> everyTrialAndStatementAsACard() {
        EvidenceBase base = EvidenceBase.bundled();
        CardRenderer renderer = new CardRenderer(base);
        List<Card> cards = new ArrayList<>(renderer.render(SampleReport.warning(), "words"));
        for (Trial trial : base.trials()) {
            String[] figures = trial.results().stream()
                    .map(Result::id)
                    .map(id -> trial.id() + "/" + id)
                    .toArray(String[]::new);
            EvidenceReport report = SampleReport.card(
                    new SamplePatient().facts(),
                    false,
                    SampleStatement.open(new SampleStatement("DS-9", StatementKind.INFORM, Topic.SYSTEMIC)
                            .trials(trial.id())
                            .figures(figures)
                            .build()));
            cards.addAll(renderer.render(report, "words"));
        }
        cards.addAll(everyStatementAsACard(base, renderer));
        return cards;
    }

    private static List<Card> everyStatementAsACard(EvidenceBase base, CardRenderer renderer) {
        List<Card> cards = new ArrayList<>();
        for (Statement statement : base.statements()) {
            for (StatementOutcome outcome :
                    List.of(SampleStatement.holds(statement), SampleStatement.open(statement))) {
                cards.addAll(renderer.render(SampleReport.card(new SamplePatient().facts(), false, outcome), "words"));
            }
        }
        return cards;
    }

    @Test
    @Tag("HZ-22")
    void noCardDirects() {
        for (Card card : everyTrialAndStatementAsACard()) {
            assertThat(card.summary()).doesNotContainPattern(DIRECTING);
            assertThat(card.detail()).doesNotContainPattern(DIRECTING);
            card.overrideReasons()
                    .forEach(reason -> assertThat(reason.display()).doesNotContainPattern(DIRECTING));
            card.suggestions()
                    .forEach(suggestion -> assertThat(suggestion.label()).doesNotContainPattern(DIRECTING));
        }
    }

    @Test
    @Tag("HZ-32")
    void likenessIsTaughtInWordsAndNeverAsAShare() {
        assertThat(everyTrialAndStatementAsACard()).allSatisfy(card -> {
            String fit = card.detail().substring(card.detail().indexOf("**This patient and "));
            assertThat(fit.substring(0, fit.indexOf("- Performance status"))).doesNotContain("%");
        });
    }

    @Test
    @Tag("HZ-29")
    void everyCardSaysWhatWasNotChecked() {
        assertThat(everyTrialAndStatementAsACard())
                .allSatisfy(card -> assertThat(card.detail())
                        .contains("**Not checked here:** drug interactions, organ function, contraindications"));
    }

    @Test
    @Tag("HZ-34")
    void linesCanBeReadWhereMarkdownIsNotDrawn() {
        for (Card card : everyTrialAndStatementAsACard()) {
            for (String line : card.detail().split("\n", -1)) {
                assertThat(line).doesNotContain("<br", "&nbsp;", "\\");
                if (line.startsWith("|")) {
                    assertThat(line).endsWith(" |");
                    assertThat(line.split("\\|", -1)).as("cells in: %s", line).hasSize(6);
                }
            }
        }
    }

    @Test
    void noCardHoldsHtmlOrALinkInItsText() {
        Pattern html = Pattern.compile("<[A-Za-z/!?]");

        assertThat(everyTrialAndStatementAsACard())
                .allSatisfy(card -> assertThat(card.detail())
                        .doesNotContainPattern(html)
                        .doesNotContain("](")
                        .doesNotContain("http"));
    }

    @Test
    void everyDetailKeepsToItsBytes() {
        assertThat(everyTrialAndStatementAsACard())
                .allSatisfy(card -> assertThat(card.detail().getBytes(StandardCharsets.UTF_8))
                        .hasSizeLessThanOrEqualTo(Card.MAX_DETAIL));
    }

    @Test
    @Tag("HZ-28")
    void numbersDoNotFollowTheLocale() {
        Locale before = Locale.getDefault();
        List<Card> expected = everyTrialAndStatementAsACard();
        try {
            for (String tag : List.of("de-DE", "tr-TR", "ar-EG-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(everyTrialAndStatementAsACard()).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
