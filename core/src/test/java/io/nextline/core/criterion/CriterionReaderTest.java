package io.nextline.core.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** From the JSON of a statement to its criterion: every question of the closed vocabulary, and every problem with its path. */
final class CriterionReaderTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> DRUGS = Set.of("nivolumab", "cabozantinib", "ICI", "VEGFR-TKI", "everolimus");
    private static final Criterion OTHER = new IsAdult();

    private final List<String> problems = new ArrayList<>();

    private @Nullable Criterion read(String json) {
        CriterionReader reader = new CriterionReader(
                DRUGS::contains,
                id -> id.equals("DS-9") ? OTHER : null,
                (path, message) -> problems.add(path + ": " + message));
        try {
            return reader.read(MAPPER.readTree(json), "$/population");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                Arguments.of("{\"diagnosis\":\"nsclc\"}", new DiagnosisIs(DiagnosisType.NSCLC)),
                Arguments.of(
                        "{\"histology\":[\"clear-cell\",\"papillary\"]}",
                        new HistologyIn(List.of("clear-cell", "papillary"))),
                Arguments.of("{\"histology\":\"papillary\"}", new HistologyIn(List.of("papillary"))),
                Arguments.of(
                        "{\"stage\":[\"metastatic\",\"localised\"]}",
                        new StageIn(List.of(Stage.METASTATIC, Stage.LOCALISED))),
                Arguments.of("{\"adult\":true}", new IsAdult()),
                Arguments.of("{\"firstRelapse\":true}", new IsFirstRelapse()),
                Arguments.of("{\"oligoprogression\":true}", new HasOligoprogression()),
                Arguments.of("{\"site\":\"brain\"}", new HasSite("brain")),
                Arguments.of("{\"extracranialSite\":true}", new HasExtracranialSite()),
                Arguments.of("{\"primaryInPlace\":true}", new HasPrimaryInPlace()),
                Arguments.of(
                        "{\"progressedOn\":[\"ICI\",\"VEGFR-TKI\"]}", new HasProgressedOn(List.of("ICI", "VEGFR-TKI"))),
                Arguments.of("{\"progressedOnLatestLine\":true}", new HasProgressedOnLatestLine()),
                Arguments.of("{\"progressed\":true}", new HasProgressed()),
                Arguments.of(
                        "{\"latestProgressedRegimen\":{\"with\":[\"ICI\"],\"without\":[\"VEGFR-TKI\"]}}",
                        new LatestProgressedRegimenHas(List.of("ICI"), List.of("VEGFR-TKI"))),
                Arguments.of("{\"received\":[\"ICI\"]}", new Received(List.of("ICI"))),
                Arguments.of("{\"receivedForAdvanced\":[\"ICI\"]}", new ReceivedForAdvanced(List.of("ICI"))),
                Arguments.of("{\"unused\":\"cabozantinib\"}", new Unused("cabozantinib")),
                Arguments.of("{\"neverReceived\":\"ICI\"}", new NeverReceived("ICI")),
                Arguments.of("{\"currentlyOn\":[\"ICI\"]}", new CurrentlyOn(List.of("ICI"))),
                Arguments.of("{\"advancedLinesAtLeast\":2}", new AdvancedLinesAtLeast(2)),
                Arguments.of("{\"advancedLinesAtMost\":1}", new AdvancedLinesAtMost(1)),
                Arguments.of("{\"proposed\":[\"ICI\"]}", new Proposes(List.of("ICI"))),
                Arguments.of("{\"proposedRegimen\":[\"nivolumab\"]}", new ProposesRegimen(List.of("nivolumab"))),
                Arguments.of("{\"proposedAlone\":\"everolimus\"}", new ProposesAlone("everolimus")),
                Arguments.of("{\"proposedProcedure\":\"metastasectomy\"}", new ProposesProcedure("metastasectomy")),
                Arguments.of("{\"relapsedAfterAdjuvantIci\":true}", new RelapsedAfterAdjuvantIci()),
                Arguments.of("{\"relapsedDuringAdjuvantIci\":true}", new RelapsedDuringAdjuvantIci()),
                Arguments.of("{\"completedAdjuvantIci\":true}", new CompletedAdjuvantIci()),
                Arguments.of(
                        "{\"clinicianJudges\":{\"question\":\"whether\",\"fact\":\"metastatic-sites\"}}",
                        new ClinicianJudges("whether", MissingFact.METASTATIC_SITES)),
                Arguments.of("{\"population\":\"DS-9\"}", OTHER),
                Arguments.of("{\"not\":{\"adult\":true}}", new Not(new IsAdult())),
                Arguments.of(
                        "{\"allOf\":[{\"adult\":true},{\"progressed\":true}]}",
                        new AllOf(List.of(new IsAdult(), new HasProgressed()))),
                Arguments.of(
                        "{\"anyOf\":[{\"adult\":true},{\"progressed\":true}]}",
                        new AnyOf(List.of(new IsAdult(), new HasProgressed()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void everyQuestionIsReadWithItsArgument(String json, Criterion expected) {
        assertThat(read(json)).isEqualTo(expected);
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|$/population: a criterion is an object with exactly one key, the question",
                "{\"adult\":true,\"progressed\":true}|$/population: a criterion is an object with exactly one key, the question",
                "{\"adult\":false}|$/population/adult: takes no argument but true",
                "{\"population\":\"DS-99\"}|$/population/population: no statement has the id DS-99",
                "{\"allOf\":[]}|$/population/allOf: needs a list of at least one criterion",
                "{\"allOf\":{\"adult\":true}}|$/population/allOf: needs a list of at least one criterion",
                "{\"unused\":\"hope\"}|$/population/unused: 'hope' is neither a drug nor a class of the vocabulary",
                "{\"received\":[\"ICI\",\"hope\"]}|$/population/received: 'hope' is neither a drug nor a class of the vocabulary",
                "{\"latestProgressedRegimen\":{\"with\":[\"a\"]}}|$/population/latestProgressedRegimen/with: 'a' is neither a drug nor a class of the vocabulary",
                "{\"latestProgressedRegimen\":{\"without\":[\"a\"]}}|$/population/latestProgressedRegimen/without: 'a' is neither a drug nor a class of the vocabulary",
                "{\"diagnosis\":\"melanoma\"}|$/population/diagnosis: 'melanoma' is not one of the known values",
                "{\"stage\":[\"late\"]}|$/population/stage: 'late' is not one of the known values"
            })
    void aProblemIsToldWithItsPath(String json, String problem) {
        read(json);
        assertThat(problems).contains(problem);
    }

    @Test
    void anUnknownQuestionNamesThoseThatAreKnown() {
        assertThat(read("{\"hasHope\":true}")).isNull();
        assertThat(read("[]")).isNull();
        assertThat(read("{\"allOf\":[]}")).isNull();
        assertThat(read("{\"adult\":1}")).isNull();
        assertThat(problems).hasSize(4);
        assertThat(problems.get(0))
                .startsWith("$/population: unknown question 'hasHope'; known are [adult, advancedLinesAtLeast,")
                .contains("allOf", "unused", "proposedProcedure", "completedAdjuvantIci");
    }

    @Test
    void aCompositionWithABrokenPartIsNoCriterion() {
        assertThat(read("{\"allOf\":[{\"adult\":true},{\"hope\":true}]}")).isNull();
        assertThat(problems).hasSize(1).first().asString().startsWith("$/population/allOf/1: unknown question");
        assertThat(read("{\"not\":{\"hope\":true}}")).isNull();
    }
}
