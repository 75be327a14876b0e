package io.nextline.samples.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.cdshooks.page.CriterionWords;
import io.nextline.core.criterion.AdvancedLinesAtMost;
import io.nextline.core.criterion.AllOf;
import io.nextline.core.criterion.AnyOf;
import io.nextline.core.criterion.Criterion;
import io.nextline.core.criterion.CurrentlyOn;
import io.nextline.core.criterion.HistologyIn;
import io.nextline.core.criterion.IsAdult;
import io.nextline.core.criterion.LatestProgressedRegimenHas;
import io.nextline.core.criterion.Not;
import io.nextline.core.criterion.Received;
import io.nextline.core.criterion.Unused;
import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.evidence.Statement;
import io.nextline.samples.cli.terminal.Text;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a criterion asks is told in a clinician's words. */
class CriterionWordsTest {

    private final CriterionWords words = new CriterionWords();

    static List<Statement> statements() {
        return EvidenceBase.bundled().statements();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void everyQuestionOfTheBundledStatementsHasWords(Statement statement) {
        List<Criterion> questions = new ArrayList<>();
        collect(statement.population(), questions);
        Criterion proposal = statement.proposal();
        if (proposal != null) {
            collect(proposal, questions);
        }

        assertThat(questions).isNotEmpty().allMatch(words::knows);
        assertThat(questions)
                .extracting(words::of)
                .allSatisfy(said -> assertThat(said).doesNotContain("[", "]", "=", "_", "null"));
    }

    @Test
    void alternativesAndCombinationsAreToldApart() {
        assertThat(words.of(new Received(List.of("PD-1", "PD-L1")))).isEqualTo("received PD-1 or PD-L1, ever");
        assertThat(words.of(new CurrentlyOn(List.of("PD-1", "CTLA-4")))).isEqualTo("now on PD-1 + CTLA-4");
        assertThat(words.of(new LatestProgressedRegimenHas(List.of("ICI"), List.of("VEGFR-TKI"))))
                .isEqualTo("the regimen that the cancer progressed on last held ICI and lacked VEGFR-TKI");
        assertThat(words.of(new HistologyIn(List.of("clear-cell", "other-non-clear-cell"))))
                .isEqualTo("histology is clear cell or other non clear cell");
        assertThat(words.of(new AdvancedLinesAtMost(0))).isEqualTo("no line of therapy for advanced disease so far");
        assertThat(words.of(new AdvancedLinesAtMost(1))).isEqualTo("at most 1 line of therapy for advanced disease");
    }

    @Test
    void listsWithinAListOfTheSameKindAreOneList() {
        Criterion adult = new IsAdult();
        Criterion unused = new Unused("tivozanib");
        Criterion nested =
                new AllOf(List.of(new AllOf(List.of(adult, unused)), new AnyOf(List.of(adult, new Not(unused)))));

        assertThat(CriterionView.lines(nested, 80).stream().map(Text::plain))
                .containsExactly(
                        "- all of these:",
                        "  - 18 or older",
                        "  - tivozanib not used so far",
                        "  - any of these:",
                        "    - 18 or older",
                        "    - not:",
                        "      - tivozanib not used so far");
    }

    private static void collect(Criterion criterion, List<Criterion> questions) {
        if (criterion instanceof AllOf all) {
            all.parts().forEach(part -> collect(part, questions));
        } else if (criterion instanceof AnyOf any) {
            any.parts().forEach(part -> collect(part, questions));
        } else if (criterion instanceof Not not) {
            collect(not.part(), questions);
        } else {
            questions.add(criterion);
        }
    }
}
