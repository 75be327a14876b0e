package io.nextline.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the base may say about trials that have ended or are under way, and where its figures come from. */
final class SourceRulesTest {

    private static final EvidenceBase BASE = EvidenceBase.bundled();
    private static final Pattern ENROL =
            Pattern.compile("\\b(enrol|enroll|join|sign up|refer to the trial|recruiting|open for)\\b");
    private static final Pattern DOSE = Pattern.compile("\\d+(?:\\.\\d+)? ?(?:mg|g|ml|mcg|units)\\b");

    static List<Statement> statements() {
        return BASE.statements();
    }

    static List<Trial> trials() {
        return BASE.trials();
    }

    @ParameterizedTest
    @MethodSource("statements")
    @Tag("HZ-31")
    void noStatementAsksToEnrol(Statement statement) {
        for (String text : texts(statement)) {
            assertThat(ENROL.matcher(text.toLowerCase(Locale.ROOT)).find())
                    .as(statement.id() + ": " + text)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("statements")
    @Tag("HZ-31")
    void aStatementOnTrialsUnderWaySaysThatTheirStateMayHaveChanged(Statement statement) {
        if (statement.strength() == Strength.INVEST) {
            assertThat(statement.limits()).as(statement.id()).anyMatch(limit -> limit.contains("registry"));
        }
    }

    @ParameterizedTest
    @MethodSource("trials")
    @Tag("HZ-07")
    void everyTrialNamesTheDocumentItWasTakenFrom(Trial trial) {
        assertThat(trial.citation().document()).as(trial.id()).isNotBlank();
        boolean locatable = trial.citation().locator() != null
                || trial.citation().pmid() != null
                || trial.citation().doi() != null
                || trial.layer() != Trial.Layer.SEED;
        assertThat(locatable).as(trial.id() + " has a place in its source").isTrue();
    }

    @ParameterizedTest
    @MethodSource("statements")
    @Tag("HZ-09")
    void aDoseInAStatementIsThatOfATrialArm(Statement statement) {
        List<String> doses = BASE.trials().stream()
                .filter(trial -> statement.trials().contains(trial.id()))
                .map(Trial::toString)
                .toList();
        for (String text : texts(statement)) {
            DOSE.matcher(text)
                    .results()
                    .forEach(dose -> assertThat(doses)
                            .as(statement.id() + ": " + dose.group())
                            .anyMatch(trial -> trial.contains(dose.group())));
        }
    }

    private static List<String> texts(Statement statement) {
        List<String> texts = new ArrayList<>(statement.limits());
        Stream.of(statement.summary(), statement.text()).forEach(texts::add);
        return texts;
    }
}
