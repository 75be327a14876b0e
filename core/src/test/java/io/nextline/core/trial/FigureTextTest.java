package io.nextline.core.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTextTest {
    private static final FigureText TEXT = new FigureText(TrialBase.trials());
    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @Test
    void templateIsFilledWithFiguresOfTheTrialFiles() {
        List<Problem> problems = new ArrayList<>();
        String filled = TEXT.fill(
                "PFS {CONTACT-03/pfs/median-value/atezolizumab+cabozantinib} against"
                        + " {CONTACT-03/pfs/median/cabozantinib}; {CONTACT-03/pfs/effect}, {CONTACT-03/pfs/p}",
                "ds-01.json",
                "$.text",
                problems);
        assertThat(filled).isEqualTo("PFS 10.6 against 10.8 months; HR 1.03 (95% CI 0.83-1.28), p = 0.78");
        assertThat(problems).isEmpty();
    }

    @Test
    void briefRatioNamesEveryLevelButTheUsualOne() {
        assertThat(TEXT.text("CONTACT-01/os/effect-brief")).isEqualTo("HR 0.88, 0.68-1.16");
        assertThat(TEXT.text("CheckMate-025/os/effect-brief")).isEqualTo("HR 0.73, 98.5% CI 0.57-0.93");
        assertThat(TEXT.text("LITESPARK-011/pfs/effect-brief")).isEqualTo("HR 0.70");
    }

    @Test
    void ratioWithoutIntervalSaysSo() {
        assertThat(TEXT.text("LITESPARK-011/pfs/effect")).isEqualTo("HR 0.70 (no interval given)");
    }

    @Test
    void exposureRatioIsNoEffect() {
        assertThat(TEXT.text("CheckMate-67T (2024 report)/exposure-28-days/ratio"))
                .isEqualTo("GMR 2.098 (90% CI 2.001-2.200)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TEXT.text("CheckMate-67T (2024 report)/exposure-28-days/effect"));
    }

    @Test
    void approximateShareSaysAbout() {
        assertThat(TEXT.text("LITESPARK-011/orr/rate/cabozantinib")).isEqualTo("about 40%");
        assertThat(TEXT.text("LUNAR/enrolment/prior-ici-device-ici")).isEqualTo("about 2%");
    }

    @Test
    void partsOfAHarmCanBeTakenAlone() {
        assertThat(TEXT.text("CONTACT-03/harms/serious-adverse-events/percent/cabozantinib"))
                .isEqualTo("33%");
        assertThat(TEXT.text("CONTACT-03/harms/fatal-adverse-events/n/cabozantinib"))
                .isEqualTo("9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONTACT-04/pfs/effect",
                "CONTACT-03",
                "CONTACT-03/pfs",
                "CONTACT-03/dfs/effect",
                "CONTACT-03/pfs/effect/cabozantinib",
                "CONTACT-03/pfs/hazard",
                "CONTACT-03/pfs/median",
                "CONTACT-03/pfs/median/docetaxel",
                "CONTACT-03/pfs/rate/cabozantinib",
                "CONTACT-03/harms/nausea/cabozantinib",
                "CONTACT-03/harms/serious-adverse-events/colour/cabozantinib",
                "CONTACT-03/derived/nothing",
                "CONTACT-03/enrolment/nothing",
                "METEOR/pfs/median/everolimus",
                "METEOR/pfs/p",
                "CONTACT-01/randomised",
                "AXIS/dose/axitinib",
                "AXIS/follow-up",
                "TIVO-3/orr/rate/tivozanib",
                "WJOG10317L (2025 report)/os/effect",
                ""
            })
    void referenceThatLeadsToNothingThatMayBeShownIsAProblem(String reference) {
        List<Problem> problems = new ArrayList<>();
        String template = "see {" + reference + "}";
        assertThat(TEXT.fill(template, "ds-01.json", "$.text", problems)).isEqualTo(template);
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("ds-01.json");
            assertThat(problem.path()).isEqualTo("$.text");
            assertThat(problem.message()).startsWith("{" + reference + "}: ");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a { b", "a } b", "{CONTACT-03/pfs/p", "CONTACT-03/pfs/p}"})
    void loneBraceIsAProblem(String template) {
        List<Problem> problems = new ArrayList<>();
        TEXT.fill(template, "ds-01.json", "$.text", problems);
        assertThat(problems).hasSize(1);
    }

    @Test
    void referencesOfATemplateAreListedInOrder() {
        assertThat(FigureText.references("{b/x} and {a/y}")).containsExactly("b/x", "a/y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR", "ar", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"})
    @Tag("HZ-28")
    void digitsAndPointsAreTheSameInEveryLocale(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        FigureText text = new FigureText(TrialBase.trials());
        for (String[] row : TrialBase.table("figures.tsv")) {
            assertThat(text.text(row[0] + "/" + row[1])).isEqualTo(row[2]);
        }
    }
}
