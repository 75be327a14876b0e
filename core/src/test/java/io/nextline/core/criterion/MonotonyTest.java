package io.nextline.core.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fact.AdjuvantIci;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Learning an open fact never turns a decided answer around: what was true stays true, and what was false never becomes true. The
 * one answer that may open again is that the cancer did not progress on a therapy: it becomes unknown when a later line is seen to
 * have failed, since the record then does not say which of the two did.
 */
@Tag("HZ-05")
final class MonotonyTest {

    private static final int ROUNDS = 400;

    static List<Criterion> questions() {
        return List.of(
                new DiagnosisIs(DiagnosisType.RENAL_CELL_CARCINOMA),
                new HistologyIn(List.of("clear-cell")),
                new StageIn(List.of(Stage.METASTATIC)),
                new IsAdult(),
                new HasPrimaryInPlace(),
                new HasOligoprogression(),
                new IsFirstRelapse(),
                new HasProgressed(),
                new HasProgressedOnLatestLine(),
                new HasProgressedOn(List.of("ICI")),
                new HasProgressedOn(List.of("VEGFR-TKI")),
                new LatestProgressedRegimenHas(List.of("ICI"), List.of()),
                new RelapsedAfterAdjuvantIci(),
                new RelapsedDuringAdjuvantIci(),
                new CompletedAdjuvantIci());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void learningAFactNeverTurnsAnAnswerAround(Criterion question) {
        Random random = new Random(5);
        for (int round = 0; round < ROUNDS; round++) {
            List<Integer> picks = random.ints(PICKS, 0, 4).boxed().toList();
            List<Integer> learnt = new ArrayList<>(picks);
            learnt.replaceAll(pick -> pick == 0 && random.nextBoolean() ? 1 + random.nextInt(3) : pick);
            boolean adjuvant = random.nextBoolean();
            Truth before = patient(picks, adjuvant).truth(question);
            Truth after = patient(learnt, adjuvant).truth(question);
            assertThat(isConsistent(question, before, after))
                    .as("%s: %s by %s, then %s by %s", question, before, picks, after, learnt)
                    .isTrue();
        }
    }

    private static boolean isConsistent(Criterion question, Truth before, Truth after) {
        boolean mayOpen = question instanceof HasProgressedOn || question instanceof LatestProgressedRegimenHas;
        return switch (before) {
            case UNKNOWN -> true;
            case TRUE -> after == Truth.TRUE || (isAboutTheLatest(question) && after != Truth.UNKNOWN);
            case FALSE ->
                after == Truth.FALSE
                        || (mayOpen && after == Truth.UNKNOWN)
                        || (isAboutTheLatest(question) && after != Truth.UNKNOWN);
        };
    }

    /** Which regimen failed last is itself learnt, so this question is put to another regimen then. */
    private static boolean isAboutTheLatest(Criterion question) {
        return question instanceof LatestProgressedRegimenHas;
    }

    private static final int PICKS = 12;

    /** A patient of whom each pick tells one fact: 0 leaves it open, 1 to 3 settle it one way or another. */
    private static TestFacts patient(List<Integer> picks, boolean adjuvant) {
        TestFacts facts = TestFacts.facts();
        facts.type = of(picks.get(0), DiagnosisType.RENAL_CELL_CARCINOMA, DiagnosisType.NSCLC, DiagnosisType.OTHER);
        facts.histology = of(picks.get(1), "clear-cell", "papillary", "chromophobe");
        facts.stage = of(picks.get(2), Stage.METASTATIC, Stage.LOCALLY_ADVANCED, Stage.LOCALISED);
        facts.adult = of(picks.get(3), true, false, true);
        facts.primaryInPlace = of(picks.get(4), true, false, false);
        facts.oligoprogression = of(picks.get(5), true, false, false);
        facts.recurrence = of(picks.get(6), true, false, true);
        facts.relapse = of(picks.get(7), true, false, true);
        if (Boolean.TRUE.equals(facts.relapse.orNull())) {
            facts.timing = of(
                    picks.get(8),
                    AdjuvantIci.Timing.DURING,
                    AdjuvantIci.Timing.WITHIN_WINDOW,
                    AdjuvantIci.Timing.AFTER_WINDOW);
        }
        facts.completed = of(picks.get(9), true, false, true);
        if (adjuvant) {
            facts.adjuvant("pembrolizumab");
        }
        facts.line(progression(picks.get(10)), "nivolumab");
        facts.line(progression(picks.get(11)), "axitinib");
        return facts;
    }

    private static Finding<Progression> progression(int pick) {
        return pick == 0
                ? TestFacts.openProgression()
                : List.of(TestFacts.stated(), TestFacts.stable(), TestFacts.inferred())
                        .get(pick - 1);
    }

    @SafeVarargs
    private static <T> Finding<T> of(int pick, T... values) {
        return pick == 0 ? TestFacts.open(MissingFact.STAGE) : TestFacts.known(values[pick - 1]);
    }
}
