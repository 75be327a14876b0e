package io.nextline.cdshooks.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.evidence.Statement;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure on a page comes from the files of the trials that it is about. */
class PageFiguresTest {
    /** The marks of an axis are no figures; neither are the 18 years of an adult and the 100 patients of a bar. */
    private static final String NO_FIGURES =
            ".tick, .harms caption, .about div:has(dt:containsOwn(Evidence base)), .places";

    static List<Statement> statements() {
        return PageCorpus.BASE.statements();
    }

    static List<Trial> trials() {
        return PageCorpus.BASE.trials();
    }

    private static Document page(String id) {
        Document page = PageCorpus.document("/" + PageCorpus.NAMES.of(id));
        page.select(NO_FIGURES).remove();
        // The line of no difference is at 1, whatever a trial found.
        for (Element words : page.select("desc")) {
            words.text(words.text().replaceAll(" Left of 1 favours .*", ""));
        }
        return page;
    }

    @ParameterizedTest
    @MethodSource("statements")
    @Tag("HZ-26")
    void everyFigureOfAStatementComesFromItsTrials(Statement statement) {
        Document page = page(statement.id());
        page.select(".outline").remove();
        Set<String> allowed = new HashSet<>(PageCorpus.printed(statement));
        page.select(".banner a, .about a").forEach(link -> allowed.addAll(PageCorpus.numbers(link.text())));
        allowed.addAll(PageCorpus.numbers(statement.strength().display()));
        allowed.addAll(PageCorpus.documents());

        assertThat(allowed).containsAll(PageCorpus.numbers(page.select("main").text()));
    }

    @ParameterizedTest
    @MethodSource("trials")
    @Tag("HZ-26")
    void everyFigureOfATrialComesFromItsFile(Trial trial) {
        Document page = page(trial.id());
        Set<String> allowed = new HashSet<>(PageCorpus.printed(trial.id()));
        allowed.addAll(PageCorpus.documents());
        page.select(".banner").remove();
        for (Element line : page.select(".entries li").remove()) {
            Statement statement = PageCorpus.BASE.statement(line.select("a").text());
            assertThat(PageCorpus.printed(statement)).containsAll(PageCorpus.numbers(line.text()));
        }

        assertThat(allowed).containsAll(PageCorpus.numbers(page.select("main").text()));
    }

    @ParameterizedTest
    @MethodSource("trials")
    void everyResultHarmAndArmOfATrialIsShown(Trial trial) {
        Document page = page(trial.id());
        String text = page.select("main").text();

        assertThat(page.select("table.results tbody tr"))
                .hasSize(trial.results().size());
        trial.arms().forEach(arm -> assertThat(text).contains(arm.label().strip()));
        trial.harms().forEach(harm -> assertThat(text).contains(harm.count().text()));
        trial.derived().forEach(derived -> assertThat(text).contains(derived.text() + ", from " + derived.basis()));
        trial.notes().forEach(note -> assertThat(text).contains(note.strip().replaceAll("\\s+", " ")));
    }

    @ParameterizedTest
    @MethodSource("trials")
    @Tag("HZ-25")
    void primaryEndpointsComeFirstAndOthersSayWhatTheyAre(Trial trial) {
        for (Element table : page(trial.id()).select("table.results")) {
            List<String> roles = table.select("tbody .role").eachText();
            assertThat(roles).isSortedAccordingTo((one, other) -> Integer.compare(rank(one), rank(other)));
        }
        long primary = trial.results().stream()
                .filter(result -> result.role() == Result.Role.PRIMARY)
                .count();
        assertThat(page(trial.id()).select("tr.primary .role"))
                .hasSize((int) primary)
                .allSatisfy(role -> assertThat(role.text()).isEqualTo("primary endpoint"));
    }

    private static int rank(String role) {
        return List.of("primary endpoint", "whether primary: not stated", "not the primary endpoint")
                .indexOf(role);
    }

    @Test
    @Tag("HZ-27")
    void bothDirectionsOfAPlotNameTheirArms() {
        assertThat(page("CONTACT-03").select("svg.wide .direction").eachText())
                .containsExactly("\u2190 favours Atezolizumab + cabozantinib", "favours Cabozantinib \u2192");
        assertThat(page("CheckMate-025").select("#plot-or svg.wide .direction").eachText())
                .containsExactly("\u2190 favours Everolimus", "favours Nivolumab \u2192");
    }

    @Test
    @Tag("HZ-26")
    void anIntervalOf985PerCentIsNeverShownAsOneOf95() {
        assertThat(page("CheckMate-025").select("#plot-hr svg.wide .row-figure").eachText())
                .containsExactly("HR 0.73 (98.5% CI 0.57-0.93)", "HR 0.88 (95% CI 0.75-1.03)");
    }

    @Test
    @Tag("HZ-26")
    void aBoundThatWasNotEvaluableIsAnOpenArrowAndSaidInWords() {
        Element plot = page("CONTACT-03").selectFirst("#medians-CONTACT-03");

        assertThat(plot.select("svg.wide .arrow.open")).hasSize(2);
        assertThat(plot.select("svg.wide desc").text()).contains("not evaluable (95% CI 21.1-not evaluable)");
        assertThat(plot.select("svg.wide .point")).hasSize(3);
    }

    @Test
    void trialsThatAnswerTheSameQuestionStandInOnePlotWithSquaresOfOneSize() {
        Element plot = page("DS-3").selectFirst("#plot-hr svg.wide");

        assertThat(plot.select(".row-name").eachText()).anyMatch(name -> name.startsWith("CONTACT-03"));
        assertThat(plot.select(".point")).hasSizeGreaterThan(1).allSatisfy(point -> {
            assertThat(point.attr("width")).isEqualTo("9");
            assertThat(point.attr("height")).isEqualTo("9");
        });
    }

    @Test
    void disputedFiguresAreToldAsSuchAndPlottedNowhere() {
        Document page = page("TIVO-3");

        assertThat(page.select(".disputes").text()).contains("12.3%").contains("contradicted or unclear");
        assertThat(page.select("table.results").text())
                .contains("not shown: disputed")
                .doesNotContain("12.3");
    }

    @Test
    @Tag("HZ-31")
    void statusAndItsDateAreToldAndNobodyIsAskedToEnrol() {
        Document page = page("CONTACT-03");

        assertThat(page.select(".about").text()).contains("reported, as of 2023-07-15");
        assertThat(page.text().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("enrol your")
                .doesNotContain("eligible");
    }

    @Test
    void whatReplacesAStatementIsLinkedInBothDirections() {
        for (Statement statement : statements()) {
            for (String replaced : statement.supersedes()) {
                assertThat(page(statement.id()).select(".banner a").eachText()).contains(replaced);
                assertThat(page(replaced).select(".banner a").eachText()).contains(statement.id());
            }
        }
    }
}
