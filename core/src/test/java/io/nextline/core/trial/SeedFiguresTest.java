package io.nextline.core.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the seed layer to tables that were typed from the source documents, apart from the trial files. */
class SeedFiguresTest {
    private static final List<Trial> TRIALS = TrialBase.trials();
    private static final FigureText TEXT = new FigureText(TRIALS);
    private static final Map<String, Trial> SEED = TRIALS.stream()
            .filter(trial -> trial.layer() == Trial.Layer.SEED)
            .collect(Collectors.toMap(Trial::id, trial -> trial));

    static Stream<Arguments> figures() {
        return rows("figures.tsv");
    }

    @ParameterizedTest(name = "{0}/{1}")
    @MethodSource("figures")
    @Tag("HZ-26")
    void figureReadsAsItsSourcePrintsIt(String trial, String reference, String text, String printed) {
        assertThat(TEXT.text(trial + "/" + reference)).isEqualTo(text);
        String known = reference.equals("data-cutoff")
                ? "-"
                : Figures.printed(SEED.get(trial)).get(reference);
        if (reference.equals("follow-up") || !printed.equals("-")) {
            assertThat(known).isEqualTo(printed);
        }
    }

    @Test
    void noFigureOfTheSeedLayerIsOutsideTheTable() {
        Set<String> tabled = TrialBase.table("figures.tsv").stream()
                .map(row -> row[0] + "/" + row[1])
                .collect(Collectors.toSet());
        Set<String> left = new TreeSet<>();
        SEED.values()
                .forEach(trial -> Figures.printed(trial).keySet().stream()
                        .map(reference -> trial.id() + "/" + reference)
                        .filter(reference -> !tabled.contains(reference))
                        .forEach(left::add));
        assertThat(left).isEmpty();
    }

    static Stream<Arguments> comparisons() {
        return rows("comparisons.tsv");
    }

    @ParameterizedTest(name = "{0}/{1}")
    @MethodSource("comparisons")
    @Tag("HZ-27")
    void ratioComparesTheArmsThatTheSourceCompares(
            String trial, String result, String arm, String reference, String role, String population) {
        Result found = SEED.get(trial).result(result).orElseThrow();
        assertThat(found.effect().arm()).isEqualTo(arm);
        assertThat(found.effect().reference()).isEqualTo(reference);
        assertThat(found.role()).hasToString(role);
        assertThat(found.population()).isEqualTo(population.equals("-") ? null : population);
    }

    @Test
    void noRatioOfTheSeedLayerIsOutsideTheTable() {
        Set<String> tabled = TrialBase.table("comparisons.tsv").stream()
                .map(row -> row[0] + "/" + row[1])
                .collect(Collectors.toSet());
        Set<String> held = SEED.values().stream()
                .flatMap(trial -> trial.results().stream()
                        .filter(result -> result.effect() != null)
                        .map(result -> trial.id() + "/" + result.id()))
                .collect(Collectors.toSet());
        assertThat(held).isEqualTo(tabled);
    }

    static Stream<Arguments> registry() {
        return rows("registry.tsv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("registry")
    void identityAndStatusAreThoseOfTheSource(
            String trial, String nct, String phase, String status, String completion) {
        Trial found = SEED.get(trial);
        assertThat(found.nct()).isEqualTo(nct.equals("-") ? null : nct);
        assertThat(found.phase()).isEqualTo(phase.equals("-") ? null : phase);
        assertThat(found.status().id()).isEqualTo(status);
        assertThat(String.valueOf(found.estimatedCompletion())).isEqualTo(completion.equals("-") ? "null" : completion);
    }

    @Test
    void everySeedTrialIsInTheRegistryTable() {
        assertThat(SEED.keySet())
                .containsExactlyInAnyOrderElementsOf(TrialBase.table("registry.tsv").stream()
                        .map(row -> row[0])
                        .toList());
    }

    @Test
    void onlyTrialsThatTheSourcesCallRandomisedAreRandomised() {
        assertThat(SEED.values().stream()
                        .filter(trial ->
                                trial.design() != null && trial.design().randomised())
                        .map(Trial::id))
                .containsExactlyInAnyOrder(
                        "CONTACT-03", "CONTACT-01", "TiNivo-2", "KEYNOTE-564", "IMpower130", "MORPHEUS-Lung");
    }

    @Test
    @Tag("HZ-07")
    void disputedResponseOfTivo3StaysOffEveryCard() {
        Rate rate = SEED.get("TIVO-3")
                .result("orr")
                .orElseThrow()
                .arm("tivozanib")
                .orElseThrow()
                .rate();
        assertThat(rate.percent()).hasToString("12.3");
        assertThat(rate.disputed()).isTrue();
        assertThat(SEED.get("TIVO-3")
                        .result("orr")
                        .orElseThrow()
                        .arm("sorafenib")
                        .orElseThrow()
                        .rate())
                .isNull();
    }

    private static Stream<Arguments> rows(String table) {
        return TrialBase.table(table).stream().map(row -> Arguments.of(Arrays.copyOf(row, row.length, Object[].class)));
    }
}
