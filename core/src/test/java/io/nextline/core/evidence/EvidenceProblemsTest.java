package io.nextline.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextline.core.trial.EvidenceException;
import io.nextline.core.trial.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvidenceProblemsTest {

    @TempDir
    private Path root;

    private EvidenceFolder folder;

    @BeforeEach
    void copy() {
        folder = EvidenceFolder.copiedTo(root);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "an unknown trial in a text | {CONTACT-03/pfs/p} | {CONTACT-02/pfs/p} | $.text | no trial is called CONTACT-02",
                "an unknown result in a text | {CONTACT-03/pfs/p} | {CONTACT-03/dfs/p} | $.text | dfs",
                "an unknown arm in a text | pfs/median/cabozantinib} | pfs/median/sunitinib} | $.text | sunitinib",
                "an unknown harm in a text | {CONTACT-03/harms/serious-adverse-events/cabozantinib} | {CONTACT-03/harms/rash/cabozantinib} | $.text | rash",
                "a brace without its counterpart | {CONTACT-03/pfs/p} | {CONTACT-03/pfs/p | $.text | brace",
                "a trial used but not named | \"trials\": [\"CONTACT-03\"] | \"trials\": [] | $.trials | lacks CONTACT-03",
                "an unknown trial among the trials | \"trials\": [\"CONTACT-03\"] | \"trials\": [\"CONTACT-03\", \"CONTACT-02\"] | $.trials | no trial has the id CONTACT-02",
                "a trial that is only cited | \"trials\": [\"CONTACT-03\"] | \"trials\": [\"CONTACT-03\", \"IMpower130\"] | $.trials | only cited",
                "a trial of the update layer | \"trials\": [\"CONTACT-03\"] | \"trials\": [\"CONTACT-03\", \"LITESPARK-005\"] | $.trials | update layer",
                "an unknown result in a table | \"CONTACT-03/os\" | \"CONTACT-03/oss\" | $.figures | no result called oss",
                "a table of a trial not named | \"CONTACT-03/os\" | \"METEOR/os\" | $.figures | METEOR/os",
                "an unknown harm in a table | \"CONTACT-03/fatal-adverse-events\" | \"CONTACT-03/rash\" | $.harms | no harm called rash",
                "an unknown drug in a criterion | {\"progressedOn\": [\"ICI\"]} | {\"progressedOn\": [\"ICY\"]} | $.population.allOf[4].progressedOn | ICY",
                "an unknown question | {\"adult\": true} | {\"grownUp\": true} | $.population.allOf[3] | unknown question 'grownUp'",
                "an unknown drug in the list | \"drugs\": [\"atezolizumab\", | \"drugs\": [\"atezolizumob\", | $.drugs | atezolizumob",
                "a bare number | It missed both | It missed 2 of its 3 | $.text | holds the number 2",
                "a bare hazard ratio | It missed both | With HR 1.03 it missed both | $.text | holds the number 1.03",
                "a bare number in a limit | before any ICI. | before the 1st ICI. | $.limits[0] | holds the number 1",
                "a registry number of no trial | It missed both | NCT01234567 missed both | $.text | holds the number 01234567",
                "an id of no statement | It missed both | As DS-99 says, it missed both | $.text | holds the number 99",
                "a word that directs | It missed both | Stop it. It missed both | $.text | says 'Stop'",
                "a word of guidelines | It missed both | Not recommended: it missed both | $.text | says 'recommended'",
                "a word of enrolment | It missed both | Eligible patients missed both | $.text | says 'Eligible'",
                "an unknown kind | \"discourage\" | \"forbid\" | $.kind | needs one of",
                "an unknown strength | \"RCT\" | \"SOLID\" | $.strength | needs one of",
                "an unknown topic | \"topic\": \"proposal\" | \"topic\": \"orders\" | $.topic | needs one of",
                "an unknown cancer | [\"renal-cell-carcinoma\"] | [\"kidney\"] | $.cancers | renal-cell-carcinoma",
                "no cancer | [\"renal-cell-carcinoma\"] | [] | $.cancers | renal-cell-carcinoma",
                "an unknown field | \"leads\": true | \"leeds\": true | $.leeds | unknown field",
                "a flag that is none | \"warns\": true | \"warns\": \"yes\" | $.warns | true or false",
                "a missing document | \"document\" | \"dokument\" | $.source.document | is required",
                "an unknown guarded statement | \"guards\": [] | \"guards\": [\"DS-99\"] | $.guards | no statement has the id DS-99",
                "a guard that is none | \"guards\": [] | \"guards\": [\"DS-2\"] | $.guards | only a guard",
                "a seed statement that replaces another | \"supersedes\": [] | \"supersedes\": [\"DS-2\"] | $.layer | replaces nothing",
                "an id of no form | \"id\": \"DS-1\" | \"id\": \"first\" | $.id | needs an id",
                "an id of the other layer | \"id\": \"DS-1\" | \"id\": \"UPD-99\" | $.layer | begin with DS-",
                "a repeated id | \"id\": \"DS-1\" | \"id\": \"DS-2\" | $.id | repeats the id of",
                "a warning that discourages nothing | \"discourage\" | \"inform\" | $.warns | discourages",
            })
    void aFaultOfAStatementIsNamedWithFileAndPath(String what, String piece, String by, String path, String message) {
        List<Problem> problems =
                folder.replace("statements/ds-01.json", piece, by).problems();

        assertThat(problems).as(what).anySatisfy(problem -> {
            assertThat(problem.file()).isIn("ds-01.json", "ds-02.json");
            assertThat(problem.path()).isEqualTo(path);
            assertThat(problem.message()).contains(message);
        });
    }

    /** A word that no record can match would keep a statement silent for ever. */
    @Test
    void aMisspeltHistologySiteOrProcedureIsNamed() {
        folder.replace("statements/ds-01.json", "\"clear-cell\"", "\"clearcell\"")
                .replace("statements/ds-29.json", "\"brain\"", "\"brian\"")
                .replace("statements/ds-33.json", "\"metastasectomy\"", "\"metastatectomy\"");

        assertThat(folder.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "ds-01.json: $.population.allOf[1].histology: 'clearcell' is no histology of the vocabulary",
                        "ds-29.json: $.population.allOf[1].site: 'brian' is no site of the vocabulary",
                        "ds-33.json: $.proposal.proposedProcedure: 'metastatectomy' is no procedure of the vocabulary");
    }

    @Test
    void aWarningNeedsADraftedOrder() {
        List<Problem> problems = folder.replace(
                        "statements/ds-01.json",
                        "\"proposal\": {\"proposedRegimen\": [\"atezolizumab\", \"cabozantinib\"]},",
                        "")
                .problems();

        assertThat(problems).extracting(Problem::path).contains("$.warns", "$.proposal");
    }

    @Test
    void aPopulationIsRequired() {
        assertThat(folder.replace("statements/ds-09.json", "\"population\":", "\"proposal\":")
                        .problems())
                .contains(new Problem("ds-09.json", "$.population", "is required"));
    }

    @Test
    void aSummaryIsTooLongOnceItsFiguresAreIn() {
        assertThat(folder.replace("statements/ds-04.json", "serious AEs in", "serious adverse events in as many as")
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.path()).isEqualTo("$.summary");
                    assertThat(problem.message()).contains("at most 120");
                });
    }

    @Test
    void aPopulationOfNoStatementIsNamed() {
        assertThat(folder.replace("statements/ds-04.json", "{\"population\": \"DS-1\"}", "{\"population\": \"DS-99\"}")
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .isEqualTo("ds-04.json: $.population.population: no statement has the id DS-99"));
    }

    @Test
    void populationsMustNotReferInACircle() {
        folder.replace("statements/ds-01.json", "{\"adult\": true}", "{\"population\": \"DS-3\"}");

        assertThat(folder.problems())
                .anySatisfy(
                        problem -> assertThat(problem.message()).isEqualTo("refers in a circle: DS-1 -> DS-3 -> DS-1"));
    }

    @Test
    void aStatementMustNotReferToItself() {
        folder.replace("statements/ds-04.json", "{\"population\": \"DS-1\"}", "{\"population\": \"DS-4\"}");

        assertThat(folder.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).isEqualTo("refers in a circle: DS-4 -> DS-4"));
    }

    @Test
    void updatesMustNotReplaceEachOtherInACircle() {
        folder.replace("statements/upd-1.json", "\"supersedes\": []", "\"supersedes\": [\"UPD-2\"]")
                .replace("statements/upd-2.json", "\"supersedes\": []", "\"supersedes\": [\"UPD-1\"]");

        assertThat(folder.problems())
                .extracting(Problem::file, Problem::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("upd-1.json", "replaces in a circle"),
                        org.assertj.core.groups.Tuple.tuple("upd-2.json", "replaces in a circle"));
    }

    @Test
    void anUpdateNeedsADateNotBeforeItsTrials() {
        folder.replace("statements/upd-1.json", "\"published\": \"2024-09-13\",", "")
                .replace("statements/upd-2.json", "\"published\": \"2024-09\"", "\"published\": \"2024-08\"")
                .replace("statements/upd-3.json", "\"published\": \"2026-02\"", "\"published\": \"2026-13\"");

        assertThat(folder.problems())
                .extracting(Problem::file, Problem::path)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("upd-1.json", "$.published"),
                        org.assertj.core.groups.Tuple.tuple("upd-2.json", "$.published"),
                        org.assertj.core.groups.Tuple.tuple("upd-3.json", "$.published"));
    }

    @Test
    void everyProblemOfEveryFileIsToldAtOnce() {
        folder.replace("statements/ds-01.json", "It missed both", "It must have missed 2")
                .replace("statements/ds-14.json", "\"drugs\": [\"tivozanib\"]", "\"drugs\": [\"tivozanab\"]")
                .replace("profile.json", "\"value\": 28", "\"value\": 0")
                .write("statements/ds-36.json", "{\"id\": \"DS-36\",")
                .delete("index.json");

        assertThat(folder.problems())
                .extracting(Problem::file)
                .contains("ds-01.json", "ds-14.json", "profile.json", "ds-36.json", "index.json");
        assertThat(folder.problems().stream().filter(p -> p.file().equals("ds-01.json")))
                .hasSize(2);
    }

    @Test
    void aTrialWithProblemsDoesNotBlameTheStatementsThatRestOnIt() {
        folder.replace("trials/contact-03.json", "\"value\": 1.03", "\"value\": 1.30");

        assertThat(folder.problems())
                .isNotEmpty()
                .allMatch(problem -> problem.file().equals("contact-03.json"));
    }

    @Test
    void anEmptyDirectoryIsNoBase(@TempDir Path empty) {
        assertThatThrownBy(() -> EvidenceBase.fromDirectory(empty))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContainingAll("index.json", "profile.json", "trials", "statements");
    }

    @Test
    void thresholdsAreChecked() {
        folder.replace("profile.json", "\"lineGapDays\"", "\"lineGap\"")
                .replace("profile.json", "\"unit\": \"site\"", "\"unit\": \"day\"")
                .replace("profile.json", "[\"carboplatin\", \"cisplatin\"]", "[\"carboplatin\"]")
                .replace("profile.json", "\"pemetrexed\"", "\"docetaxol\"");

        assertThat(folder.problems())
                .extracting(Problem::path)
                .contains("$.thresholds.lineGap", "$.exchangeable[0].drugs", "$.switchMaintenance");
    }
}
