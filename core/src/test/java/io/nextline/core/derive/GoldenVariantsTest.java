package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextline.core.fact.LineRule;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What changes nothing about the therapy changes nothing about the lines, in every golden history. */
@Tag("HZ-01")
@Tag("HZ-04")
@Tag("HZ-08")
@Tag("HZ-11")
class GoldenVariantsTest {

    private static final long SEED = 20261121;
    /** Refills and split orders may shorten or open a pause, which is a mark and not a line. */
    private static boolean butPauses(LineRule rule) {
        return rule != LineRule.RESTART_WITHIN_GAP;
    }

    private static boolean all(LineRule rule) {
        return true;
    }

    static List<GoldenHistory> histories() {
        return GoldenHistory.all();
    }

    /** The histories whose answer does not hang on single days. */
    static Stream<GoldenHistory> loose() {
        return histories().stream()
                .filter(history -> !history.content().path("exactDays").asBoolean());
    }

    private static void same(GoldenHistory history, List<ObjectNode> changed, Predicate<LineRule> rules) {
        assertThat(history.told(changed, rules)).isEqualTo(history.expected(rules));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void theOrderOfEntriesChangesNothing(GoldenHistory history) {
        for (int i = 0; i < 5; i++) {
            same(history, GoldenVariants.shuffled(history.resources(), SEED + i), GoldenVariantsTest::all);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void rowsRepeatedUnderOtherIdsChangeNothing(GoldenHistory history) {
        List<String> told = history.told(GoldenVariants.repeated(history.resources()), GoldenVariantsTest::all);
        List<String> expected = history.expected(GoldenVariantsTest::all);
        // An unidentified row under a second id is a second row.
        assertThat(told.subList(0, told.size() - 1)).isEqualTo(expected.subList(0, expected.size() - 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void aSecondFeedOfTheSameEventsChangesNothing(GoldenHistory history) {
        List<String> told = history.told(GoldenVariants.fromTwoFeeds(history.resources()), GoldenVariantsTest::all);
        List<String> expected = history.expected(GoldenVariantsTest::all);
        assertThat(told.subList(0, told.size() - 1)).isEqualTo(expected.subList(0, expected.size() - 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void copiesEnteredInErrorChangeNothing(GoldenHistory history) {
        same(history, GoldenVariants.withRetractedCopies(history.resources(), SEED), GoldenVariantsTest::all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void otherWordsForTheUnitOfADoseChangeNothing(GoldenHistory history) {
        same(history, GoldenVariants.inOtherUnits(history.resources(), SEED), GoldenVariantsTest::all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void productCodesAtcAndBrandsChangeNothing(GoldenHistory history) {
        for (int i = 0; i < 3; i++) {
            same(history, GoldenVariants.byOtherNames(history.resources(), SEED + i), GoldenVariantsTest::all);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("loose")
    void splittingAnOrderChangesNothing(GoldenHistory history) {
        same(history, GoldenVariants.withSplitOrders(history.resources()), GoldenVariantsTest::butPauses);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("loose")
    void refillsInsideTheCourseChangeNothing(GoldenHistory history) {
        same(history, GoldenVariants.withRefills(history.resources(), 180), GoldenVariantsTest::butPauses);
    }
}
