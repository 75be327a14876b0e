package io.nextline.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loading: the bundled files are sound, and every fault of a changed file is told at once. */
final class VocabularyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FILES = List.of(
            "systems.json",
            "drugs.json",
            "sites.json",
            "histologies.json",
            "diagnoses.json",
            "procedures.json",
            "labs.json",
            "observations.json",
            "statuses.json",
            "stages.json",
            "circumstances.json",
            "biomarkers.json",
            "performance.json");

    @Test
    void everyFileFitsTheSchema() {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(resource("schema/vocabulary.schema.json"));
        assertThat(FILES)
                .allSatisfy(
                        file -> assertThat(schema.validate(tree(file))).as(file).isEmpty());
    }

    @Test
    void theSchemaRefusesARowWithoutMarkOrSource() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(resource("schema/vocabulary.schema.json"));
        String row = "{\"codes\":[{\"system\":\"snomed\",\"codes\":[\"1\"],\"site\":\"lung\"}],\"words\":{},"
                + "\"rules\":[],\"negation\":{\"before\":[],\"after\":[],\"until\":[],\"window\":0,\"back\":0}}";
        assertThat(schema.validate(JSON.readTree(row))).isNotEmpty();
    }

    @Test
    void everyCodeRowNamesAListedSource() {
        Set<String> listed = new TreeSet<>();
        tree("systems.json").path("sources").fieldNames().forEachRemaining(listed::add);
        List<String> used = new ArrayList<>();
        FILES.stream()
                .filter(file -> !file.equals("labs.json"))
                .forEach(file -> tree(file)
                        .findParents("mark")
                        .forEach(row -> used.add(row.path("source").asText())));
        Tables.rows("/io/nextline/evidence/vocabulary/rxnorm.tsv").forEach(row -> used.add(row.get(4)));
        assertThat(used).hasSizeGreaterThan(200);
        assertThat(listed).containsAll(used);
    }

    @Test
    void allProblemsOfAllFilesAreToldAtOnce() {
        Map<String, String> changed = Map.of(
                "sites.json",
                "{\"codes\":[{\"system\":\"nowhere\",\"codes\":[\"1\"],\"mark\":\"X\",\"source\":\"M\",\"site\":\"lung\"},"
                        + "{\"system\":\"snomed\",\"codes\":[],\"mark\":\"V\",\"source\":\"\",\"site\":7}],"
                        + "\"rules\":[{\"all\":[\"gone\"],\"site\":\"x\",\"typo\":1}]}",
                "labs.json",
                "{\"analytes\":[{\"kind\":\"unicorn\"},{\"kind\":\"ldh\",\"unit\":\"U/L\","
                        + "\"plausible\":{\"low\":9,\"high\":1},\"units\":[{\"factor\":-1,\"written\":[\"U/L\"]}]}]}",
                "stages.json",
                "{\"codes\":[",
                "rxnorm.tsv",
                "nivolumab\t\tSCD\tV\tCTM\nunobtainium\t\tSCD\tV\tCTM\t1\nnivolumab\t\tXYZ\tV\tCTM\t1\n");
        assertThatThrownBy(() -> Vocabulary.load(file -> changed.containsKey(file)
                        ? new ByteArrayInputStream(changed.get(file).getBytes(StandardCharsets.UTF_8))
                        : file.equals("procedures.json")
                                ? null
                                : VocabularySource.bundled().open(file)))
                .isInstanceOfSatisfying(
                        VocabularyException.class,
                        e -> assertThat(e.problems().stream().map(VocabularyProblem::toString))
                                .anyMatch(text -> text.startsWith("sites.json/codes/0") && text.contains("nowhere"))
                                .anyMatch(
                                        text -> text.startsWith("sites.json/codes/0") && text.contains("mark must be"))
                                .anyMatch(text -> text.startsWith("sites.json/codes/1/site") && text.contains("string"))
                                .anyMatch(text -> text.startsWith("sites.json/codes/1") && text.contains("source"))
                                .anyMatch(text ->
                                        text.startsWith("sites.json/codes/1") && text.contains("at least one code"))
                                .anyMatch(text -> text.startsWith("sites.json/rules/0") && text.contains("gone"))
                                .anyMatch(text -> text.startsWith("sites.json/rules/0") && text.contains("typo"))
                                .anyMatch(text ->
                                        text.startsWith("labs.json/analytes/0/kind") && text.contains("unicorn"))
                                .anyMatch(text ->
                                        text.startsWith("labs.json/analytes/1") && text.contains("less than high"))
                                .anyMatch(text -> text.startsWith("labs.json/analytes/1") && text.contains("positive"))
                                .anyMatch(text -> text.startsWith("stages.json") && text.contains("not readable"))
                                .anyMatch(text -> text.startsWith("procedures.json") && text.contains("missing"))
                                .anyMatch(text -> text.startsWith("rxnorm.tsv:1") && text.contains("columns"))
                                .anyMatch(text -> text.startsWith("rxnorm.tsv:2") && text.contains("does not list"))
                                .anyMatch(text -> text.startsWith("rxnorm.tsv:3") && text.contains("term type")));
    }

    @Test
    void aCodeWithTwoMeaningsIsAProblem() {
        String drugs = text("drugs.json").replace("\"codes\": [\"1547545\"]", "\"codes\": [\"1597876\"]");
        assertThatThrownBy(() -> Vocabulary.load(file -> file.equals("drugs.json")
                        ? new ByteArrayInputStream(drugs.getBytes(StandardCharsets.UTF_8))
                        : VocabularySource.bundled().open(file)))
                .isInstanceOf(VocabularyException.class)
                .hasMessageContaining("the code 1597876 stands twice with different meanings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "de-DE", "ar"})
    void theLocaleOfTheMachineChangesNothing(String tag) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            Vocabulary vocabulary = Vocabulary.load();
            assertThat(Stream.of("IPILIMUMAB", "AXITINIB", "TIVOZANIB", "CISPLATIN", "INLYTA"))
                    .allMatch(name -> vocabulary.recogniser().recognise(name).isRecognised());
            assertThat(vocabulary
                            .recogniser()
                            .recognise(Concepts.code("hcpcs", "j9271"))
                            .isRecognised())
                    .isTrue();
            assertThat(vocabulary.statuses().diseaseStatus("PROGRESSIVE DISEASE"))
                    .isEqualTo(DiseaseStatus.WORSENED);
            assertThat(vocabulary.stages().parse("stage iii").group()).isEqualTo("III");
            assertThat(vocabulary
                            .recogniser()
                            .recognise(Concepts.code("HTTP://WWW.NLM.NIH.GOV/research/umls/rxnorm", "1597876"))
                            .isRecognised())
                    .isTrue();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void loadingTwiceGivesTheSameVocabulary() {
        assertThat(Vocabulary.load().drugs().all())
                .isEqualTo(Vocabulary.load().drugs().all());
    }

    private static JsonNode tree(String file) {
        try {
            return JSON.readTree(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) {
        return resource("vocabulary/" + file);
    }

    private static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(VocabularyTest.class.getResourceAsStream("/io/nextline/evidence/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
