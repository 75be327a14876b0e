package io.nextline.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.trial.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvidenceBaseTest {

    private static final EvidenceBase BASE = EvidenceBase.bundled();

    /** Kinds and strengths as the decision model lists them; a statement derived from several trials, or without one, takes the nearest. */
    @ParameterizedTest
    @CsvSource({
        "DS-1,discourage,RCT", "DS-2,discourage,EXPERT", "DS-3,option,RCT", "DS-4,inform,RCT",
        "DS-5,discourage,RCT", "DS-6,inform,RCT", "DS-7,guard,RCT-X", "DS-8,guard,EXPERT",
        "DS-9,inform,EXPERT", "DS-10,option,RCT-X", "DS-11,consider,EXPERT", "DS-12,option,RCT-X",
        "DS-13,option,RCT-X", "DS-14,option,RCT", "DS-15,option,P2", "DS-16,inform,RCT-X",
        "DS-17,option,RCT", "DS-18,guard,RCT-X", "DS-19,discourage,P2", "DS-20,inform,P2",
        "DS-21,guard,P2", "DS-22,discourage,RCT", "DS-23,option,EXPERT", "DS-24,discourage,EXPERT",
        "DS-25,consider,EXPERT", "DS-26,inform,EXPERT", "DS-27,consider,EXPERT", "DS-28,consider,EXPERT",
        "DS-29,consider,EXPERT", "DS-30,inform,P2", "DS-31,consider,RCT-X", "DS-32,inform,INVEST",
        "DS-33,consider,EXPERT", "DS-34,inform,INVEST", "DS-35,inform,INVEST", "DS-36,inform,EXPERT"
    })
    void everySeedStatementHasItsKindAndStrength(String id, String kind, String strength) {
        Statement statement = statement(id);

        assertThat(statement.kind().id()).isEqualTo(kind);
        assertThat(statement.strength().id()).isEqualTo(strength);
        assertThat(statement.seed()).isTrue();
    }

    @Test
    void statementsComeInTheOrderOfTheirNumbers() {
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 36; i++) {
            expected.add("DS-" + i);
        }

        List<String> ids = BASE.statements().stream().map(Statement::id).toList();

        assertThat(ids).startsWith(expected.toArray(String[]::new));
        assertThat(ids.subList(36, ids.size())).allMatch(id -> id.startsWith("UPD-"));
        assertThat(ids.get(36)).isEqualTo("UPD-1");
        assertThat(ids.get(45)).isEqualTo("UPD-10");
    }

    @Test
    void seedStatementsRestOnTheSeedLayerAlone() {
        for (Statement statement : BASE.statements()) {
            if (statement.seed()) {
                assertThat(statement.trials())
                        .as(statement.id())
                        .allMatch(id -> BASE.trial(id).layer() == Trial.Layer.SEED);
            }
        }
    }

    @Test
    void guardsTurnOffOnlyTheStatementsOutsideTheirPopulation() {
        assertThat(statement("DS-7").guards()).containsExactly("DS-5", "DS-6");
        assertThat(statement("DS-18").guards()).containsExactly("DS-17");
        assertThat(BASE.statements().stream().filter(s -> !s.guards().isEmpty()).map(Statement::id))
                .containsExactly("DS-7", "DS-18");
    }

    @Test
    void onlyARegimenThatARandomisedTrialArguesAgainstWarns() {
        assertThat(BASE.statements().stream().filter(Statement::warns).map(Statement::id))
                .containsExactly("DS-1", "DS-5", "DS-22");
    }

    @Test
    void statementsAboutTherapyOutsideATrialAreMarked() {
        assertThat(BASE.statements().stream().filter(Statement::outsideTrial).map(Statement::id))
                .containsExactly("DS-1", "DS-2", "DS-24", "UPD-1");
    }

    @Test
    void updatesAreDatedAndReplaceOnlyWhatTheyName() {
        assertThat(statement("UPD-4").supersedes()).containsExactly("DS-35");
        for (Statement statement : BASE.statements()) {
            assertThat(statement.published() == null).as(statement.id()).isEqualTo(statement.seed());
        }
    }

    @Test
    void everyCardTopicHasAStatementThatOpensIt() {
        for (Topic topic : Topic.values()) {
            boolean opened = BASE.statements().stream().anyMatch(s -> s.topic() == topic && s.leads());
            assertThat(opened).as(topic.id()).isEqualTo(topic != Topic.EVERY);
        }
    }

    @Test
    void aStatementIsFoundOnlyUnderItsCancers() {
        assertThat(ids(DiagnosisType.NSCLC))
                .startsWith("DS-5", "DS-6", "DS-7", "DS-36")
                .doesNotContain("DS-1");
        assertThat(ids(DiagnosisType.RENAL_CELL_CARCINOMA))
                .contains("DS-1", "DS-36")
                .doesNotContain("DS-5");
        assertThat(ids(DiagnosisType.OTHER)).isEmpty();
        assertThat(ids(DiagnosisType.NONE)).isEmpty();
    }

    @Test
    void populationsAreReadOnceAndShared() {
        assertThat(statement("DS-4").population()).isSameAs(statement("DS-1").population());
    }

    @Test
    void unknownIdsAreNull() {
        assertThat(BASE.statement("DS-37")).isNull();
        assertThat(BASE.trial("CONTACT-02")).isNull();
    }

    @Test
    void theIndexNamesEveryFileOfTheFolders() {
        JsonNode index = EvidenceJson.read(
                "index.json",
                EvidenceFolder.read(EvidenceFolder.bundled().resolve("index.json"))
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                new ArrayList<>());

        for (String folder : List.of("trials", "statements")) {
            List<String> listed = new ArrayList<>();
            index.get(folder).forEach(file -> listed.add(file.asText()));
            List<String> present = EvidenceFolder.jsonFiles(
                            EvidenceFolder.bundled().resolve(folder))
                    .stream()
                    .map(path -> path.getFileName().toString())
                    .toList();
            assertThat(new TreeSet<>(listed)).isEqualTo(new TreeSet<>(present));
            assertThat(listed).doesNotHaveDuplicates();
        }
    }

    /** A directory is held to every rule, which the bundled files are here and not at each launch. */
    @Test
    void aDirectoryWithTheSameFilesGivesTheSameBase(@TempDir Path root) {
        EvidenceBase copy = EvidenceFolder.copiedTo(root).load();

        assertThat(copy.statements()).isEqualTo(BASE.statements());
        assertThat(copy.trials()).isEqualTo(BASE.trials());
        assertThat(copy.version()).isEqualTo(BASE.version());
        assertThat(copy.profile()).isEqualTo(BASE.profile());
    }

    @Test
    void aFileThatIsAddedToADirectoryIsRead(@TempDir Path root) {
        EvidenceFolder folder = EvidenceFolder.copiedTo(root);
        String added = folder.text("statements/upd-1.json").replace("\"UPD-1\"", "\"UPD-1001\"");

        EvidenceBase base = folder.write("statements/ours.json", added).load();

        assertThat(base.statement("UPD-1001")).isNotNull();
    }

    private static List<String> ids(DiagnosisType cancer) {
        return BASE.statements(cancer).stream().map(Statement::id).toList();
    }

    private static Statement statement(String id) {
        Statement statement = BASE.statement(id);
        assertThat(statement).as(id).isNotNull();
        return statement;
    }
}
