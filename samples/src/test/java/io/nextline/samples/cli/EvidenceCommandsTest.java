package io.nextline.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceCommandsTest {

    @Test
    void trialsJsonKeepsTheContract() {
        JsonNode trials =
                Run.of("trials", "--json").exits(ExitCode.DONE).isQuiet().jsonOf(Run.TRIALS);

        assertThat(trials.size()).isGreaterThan(40);
        assertThat(ids(trials)).contains("CONTACT-03", "CheckMate-025", "lenvatinib+everolimus phase 2");
    }

    @Test
    void oneTrialIsStillAnArray() {
        JsonNode trials =
                Run.of("trials", "CONTACT-03", "--json").exits(ExitCode.DONE).jsonOf(Run.TRIALS);

        assertThat(ids(trials)).containsExactly("CONTACT-03");
    }

    @Test
    void seedLayerHoldsNoLaterPublication() {
        JsonNode seed = Run.of("trials", "--layer", "seed", "--json")
                .exits(ExitCode.DONE)
                .json();

        assertThat(seed)
                .allSatisfy(trial -> assertThat(trial.path("layer").asText()).isEqualTo("seed"));
        assertThat(seed.size()).isLessThan(Run.of("trials", "--json").json().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONTACT-03", "contact-03", "nct04338269"})
    void aTrialIsFoundByItsNamesInAnyCase(String name) {
        Run.of("trials", name)
                .exits(ExitCode.DONE)
                .isQuiet()
                .prints("CONTACT-03", "HR 1.03 (95% CI 0.83-1.28)", "126/262 (48%)", "primary endpoint")
                .fits(100);
    }

    @Test
    void trialListIsAligned() {
        Run.of("trials")
                .exits(ExitCode.DONE)
                .prints("Trial", "CONTACT-03", "METEOR")
                .fits(100);
        Run.of("trials", "--width", "140").exits(ExitCode.DONE).fits(140);
        Run.of("trials", "--width", "40").exits(ExitCode.DONE).fits(40);
    }

    @Test
    void unknownTrialNamesTheNearest() {
        Run.of("trials", "CONTACT-3")
                .exits(ExitCode.USAGE)
                .saysNothingOnStandardOutput()
                .complains("there is no trial 'CONTACT-3'", "Did you mean CONTACT-03");
    }

    @Test
    void everyTrialHasAPageThatFits() {
        for (String id : ids(Run.of("trials", "--json").json())) {
            Run.of("trials", id).exits(ExitCode.DONE).isQuiet().prints(id).fits(100);
        }
    }

    @Test
    void statementsAreListedAndShown() {
        Run.of("statements")
                .exits(ExitCode.DONE)
                .isQuiet()
                .prints("DS-1 ", "DS-36 ", "discourage")
                .fits(100);
        Run.of("statements", "ds-1")
                .exits(ExitCode.DONE)
                .prints("DS-1", "all of these:", "1.03", "CONTACT-03")
                .fits(100);
    }

    @Test
    void statementsJsonHoldsAllOfThem() {
        JsonNode statements =
                Run.of("statements", "--json").exits(ExitCode.DONE).isQuiet().json();

        for (int n = 1; n <= 36; n++) {
            assertThat(ids(statements)).contains("DS-" + n);
        }
        assertThat(ids(Run.of("statements", "DS-5", "--json").json())).containsExactly("DS-5");
    }

    @Test
    void unknownStatementNamesTheNearest() {
        Run.of("statements", "DS-99").exits(ExitCode.USAGE).complains("there is no statement 'DS-99'");
    }

    @Test
    void everyStatementHasAPageThatFits() {
        for (String id : ids(Run.of("statements", "--json").json())) {
            Run.of("statements", id)
                    .exits(ExitCode.DONE)
                    .isQuiet()
                    .prints(id)
                    .printsNot("{", "[")
                    .fits(100);
        }
    }

    private static List<String> ids(JsonNode array) {
        List<String> ids = new ArrayList<>();
        array.forEach(entry -> ids.add(entry.path("id").asText()));
        return ids;
    }
}
