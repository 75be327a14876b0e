package io.nextline.core.criterion;

import static io.nextline.core.criterion.TestFacts.endedOtherwise;
import static io.nextline.core.criterion.TestFacts.facts;
import static io.nextline.core.criterion.TestFacts.inferred;
import static io.nextline.core.criterion.TestFacts.known;
import static io.nextline.core.criterion.TestFacts.openProgression;
import static io.nextline.core.criterion.TestFacts.stable;
import static io.nextline.core.criterion.TestFacts.stated;
import static io.nextline.core.criterion.Truth.FALSE;
import static io.nextline.core.criterion.Truth.TRUE;
import static io.nextline.core.criterion.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fact.AdjuvantIci;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.Gap;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.TreatmentSetting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Progression on therapy, on the latest line, on any line, and relapse after adjuvant therapy (rulings 9.5 and 9.10). */
final class ProgressionCriteriaTest {

    private static final Criterion ON_ICI = new HasProgressedOn(List.of("ICI"));
    private static final Criterion LATEST = new HasProgressedOnLatestLine();
    private static final Criterion EVER = new HasProgressed();

    @Test
    void progressionOnTheLineIsProgressionOnItsDrugs() {
        Evaluation said = facts().line(stated(), "nivolumab").ask(ON_ICI);
        assertThat(said.truth()).isEqualTo(TRUE);
        assertThat(said.reason()).isEqualTo("progression recorded on or after ICI (2025-07-01)");
        assertThat(said.provenance()).hasSize(1);
        Evaluation guessed = facts().line(inferred(), "nivolumab").ask(ON_ICI);
        assertThat(guessed.truth()).isEqualTo(TRUE);
        assertThat(guessed.reason()).isEqualTo("progression on ICI inferred: the next line began soon");
    }

    @Test
    void stableDiseaseAndAnotherEndAreNoProgression() {
        assertThat(facts().line(stable(), "nivolumab").ask(ON_ICI).reason())
                .isEqualTo("no progression on ICI: the latest disease status is stable");
        assertThat(facts().line(stable(), "nivolumab").truth(ON_ICI)).isEqualTo(FALSE);
        assertThat(facts().line(endedOtherwise(), "nivolumab").truth(ON_ICI)).isEqualTo(FALSE);
    }

    @Test
    void aLineThatIsNotSettledLeavesItOpen() {
        Evaluation open = facts().line(openProgression(), "nivolumab").ask(ON_ICI);
        assertThat(open.truth()).isEqualTo(UNKNOWN);
        assertThat(open.reason()).isEqualTo("progression on ICI not settled: what would settle progression");
        assertThat(open.gaps()).extracting(Gap::fact).containsExactly(MissingFact.PROGRESSION);
    }

    @Test
    void everyNamedDrugMustHaveBeenInTheSameLine() {
        Criterion both = new HasProgressedOn(List.of("ICI", "VEGFR-TKI"));
        assertThat(facts().line(stated(), "nivolumab", "axitinib").truth(both)).isEqualTo(TRUE);
        assertThat(facts().line(stated(), "nivolumab")
                        .line(stated(), "axitinib")
                        .truth(both))
                .isEqualTo(FALSE);
        assertThat(facts().line(stated(), "nivolumab", "axitinib").ask(both).reason())
                .isEqualTo("progression recorded on or after ICI with VEGFR-TKI (2025-07-01)");
    }

    @Test
    void progressionOnALaterLineLeavesAnIciThatEndedOtherwiseOpen() {
        Evaluation open = facts().line(endedOtherwise(), "nivolumab")
                .line(stated(), "axitinib")
                .ask(ON_ICI);
        assertThat(open.truth()).isEqualTo(UNKNOWN);
        assertThat(open.reason()).isEqualTo("progressed on a later line; ICI itself ended for another reason");
        assertThat(open.gaps())
                .containsExactly(new Gap(MissingFact.PROGRESSION, "whether the cancer progressed on or after ICI"));
        assertThat(facts().line(endedOtherwise(), "nivolumab")
                        .line(stable(), "axitinib")
                        .truth(ON_ICI))
                .isEqualTo(FALSE);
        assertThat(facts().line(stated(), "axitinib")
                        .line(endedOtherwise(), "nivolumab")
                        .truth(ON_ICI))
                .isEqualTo(FALSE);
    }

    @Test
    void oneOfSeveralLinesIsEnough() {
        Evaluation two = facts().line(stated(), "nivolumab")
                .line(stable(), "pembrolizumab")
                .ask(ON_ICI);
        assertThat(two.truth()).isEqualTo(TRUE);
        assertThat(two.reason()).isEqualTo("progression on ICI");
        assertThat(two.parts()).hasSize(2);
        assertThat(facts().line(openProgression(), "nivolumab")
                        .line(stable(), "pembrolizumab")
                        .truth(ON_ICI))
                .isEqualTo(UNKNOWN);
        assertThat(facts().line(stable(), "nivolumab")
                        .line(stable(), "pembrolizumab")
                        .truth(ON_ICI))
                .isEqualTo(FALSE);
    }

    @Test
    @Tag("HZ-05")
    void withoutTheDrugOnRecordAnAbsenceDecides() {
        TestFacts patient = facts().line(stated(), "axitinib");
        assertThat(patient.ask(ON_ICI))
                .isEqualTo(Evaluation.of(false, "no progression on ICI in 10 therapy rows", List.of()));
        patient.readWhole = false;
        assertThat(patient.truth(ON_ICI)).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "DURING,TRUE,relapse during adjuvant ICI",
        "WITHIN_WINDOW,TRUE,relapse soon after the last adjuvant dose of ICI",
        "AFTER_WINDOW,UNKNOWN,late relapse after adjuvant ICI: trials differ in whether this counts"
    })
    @Tag("HZ-02")
    void relapseAfterAdjuvantIciCountsWithinTheWindow(AdjuvantIci.Timing timing, Truth truth, String reason) {
        TestFacts patient = facts().adjuvant("pembrolizumab");
        patient.relapse = known(true);
        patient.timing = known(timing);
        Evaluation answer = patient.ask(ON_ICI);
        assertThat(answer.truth()).isEqualTo(truth);
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(answer.provenance()).hasSize(truth == TRUE ? 1 : 0);
        assertThat(patient.truth(new RelapsedDuringAdjuvantIci()))
                .isEqualTo(Truth.of(timing == AdjuvantIci.Timing.DURING));
    }

    @Test
    void anUnsettledRelapseOrItsTimingLeavesItOpen() {
        TestFacts patient = facts().adjuvant("pembrolizumab");
        assertThat(patient.ask(ON_ICI).reason()).isEqualTo("relapse after adjuvant ICI not settled");
        assertThat(patient.ask(ON_ICI).gaps()).extracting(Gap::fact).containsExactly(MissingFact.PROGRESSION);
        patient.relapse = known(true);
        assertThat(patient.ask(ON_ICI).reason()).isEqualTo("relapse after adjuvant ICI, its timing not known");
        assertThat(patient.ask(ON_ICI).gaps()).extracting(Gap::fact).containsExactly(MissingFact.PROGRESSION_DATE);
        assertThat(patient.ask(new RelapsedDuringAdjuvantIci()).reason())
                .isEqualTo("when the relapse came is not known");
        assertThat(patient.truth(new RelapsedDuringAdjuvantIci())).isEqualTo(UNKNOWN);
        patient.relapse = known(false);
        assertThat(patient.ask(ON_ICI).reason()).isEqualTo("no relapse after adjuvant ICI");
        assertThat(patient.truth(ON_ICI)).isEqualTo(FALSE);
        assertThat(patient.truth(new RelapsedDuringAdjuvantIci())).isEqualTo(FALSE);
    }

    @Test
    void aRelapseSaysWhenItCame() {
        TestFacts patient = facts().adjuvant("pembrolizumab");
        patient.relapse = known(true);
        patient.timing = known(AdjuvantIci.Timing.DURING);
        assertThat(patient.ask(new RelapsedDuringAdjuvantIci()).reason())
                .isEqualTo("relapse before the last adjuvant dose");
        patient.timing = known(AdjuvantIci.Timing.AFTER_WINDOW);
        assertThat(patient.ask(new RelapsedDuringAdjuvantIci()).reason())
                .isEqualTo("relapse after the last adjuvant dose");
        assertThat(patient.ask(new RelapsedDuringAdjuvantIci()).provenance()).hasSize(1);
    }

    @Test
    void aRelapseDuringTherapyComesBeforeItsCompletion() {
        TestFacts patient = facts().adjuvant("pembrolizumab");
        patient.completed = known(true);
        patient.timing = known(AdjuvantIci.Timing.DURING);
        Evaluation during = patient.ask(new CompletedAdjuvantIci());
        assertThat(during.truth()).isEqualTo(FALSE);
        assertThat(during.reason()).isEqualTo("relapse before adjuvant ICI was completed");
        assertThat(during.provenance()).hasSize(1);
        patient.timing = known(AdjuvantIci.Timing.WITHIN_WINDOW);
        assertThat(patient.truth(new CompletedAdjuvantIci())).isEqualTo(TRUE);
        patient.timing = TestFacts.open(MissingFact.PROGRESSION_DATE);
        Evaluation open = patient.ask(new CompletedAdjuvantIci());
        assertThat(open.truth()).isEqualTo(UNKNOWN);
        assertThat(open.reason()).isEqualTo("whether the relapse came after the end of adjuvant ICI is not known");
        assertThat(open.gaps()).extracting(Gap::fact).containsExactly(MissingFact.PROGRESSION_DATE);
        patient.relapse = known(false);
        assertThat(patient.truth(new CompletedAdjuvantIci())).isEqualTo(TRUE);
    }

    @Test
    void withoutAdjuvantTherapyThereIsNoRelapseAfterIt() {
        for (Criterion question :
                List.of(new RelapsedAfterAdjuvantIci(), new RelapsedDuringAdjuvantIci(), new CompletedAdjuvantIci())) {
            TestFacts advanced = facts().line(stated(), "nivolumab");
            assertThat(advanced.ask(question))
                    .isEqualTo(Evaluation.of(false, "no adjuvant ICI on record in 10 therapy rows", List.of()));
            advanced.readWhole = false;
            assertThat(advanced.truth(question)).isEqualTo(UNKNOWN);
            TestFacts unclear = facts().line(TreatmentSetting.UNKNOWN, stated(), "nivolumab");
            Evaluation open = unclear.ask(question);
            assertThat(open.truth()).isEqualTo(UNKNOWN);
            assertThat(open.reason()).isEqualTo("the setting of the ICI is not known");
            assertThat(open.gaps()).extracting(Gap::fact).containsExactly(MissingFact.THERAPY_SETTING);
            assertThat(facts().line(TreatmentSetting.UNKNOWN, stated(), "axitinib")
                            .truth(question))
                    .isEqualTo(FALSE);
        }
    }

    @Test
    void theLatestLineDecidesForOptions() {
        assertThat(facts().line(stable(), "axitinib")
                        .line(stated(), "nivolumab")
                        .ask(LATEST)
                        .reason())
                .isEqualTo("progression recorded on or after the latest line (2025-07-01)");
        assertThat(facts().line(stated(), "axitinib")
                        .line(stable(), "nivolumab")
                        .truth(LATEST))
                .isEqualTo(FALSE);
        Evaluation open = facts().line(stated(), "axitinib")
                .line(openProgression(), "nivolumab")
                .ask(LATEST);
        assertThat(open.truth()).isEqualTo(UNKNOWN);
        assertThat(open.reason())
                .isEqualTo("progression on the latest line not settled: what would settle progression");
        assertThat(open.gaps()).hasSize(1);
        Evaluation none = facts().ask(LATEST);
        assertThat(none.truth()).isEqualTo(UNKNOWN);
        assertThat(none.gaps()).containsExactly(new Gap(MissingFact.THERAPY_HISTORY, "the systemic therapy so far"));
    }

    @Test
    @Tag("HZ-14")
    void whereTheOrderOfLinesIsOpenOnlyACourseAfterEveryStartIsThatOfTheLatest() {
        TestFacts early = unordered("2024-01-10", "2024", stated());
        assertThat(early.truth(LATEST)).isEqualTo(TRUE);
        for (TestFacts open : List.of(
                unordered("2024-01-10", "2025-07-01", stated()),
                unordered("2025-07-01", "2024-01-10", stated()),
                unordered("2024-01-10", "2025", stated()),
                unordered("2024-01-10", "2024-02-10", inferred()),
                unordered("2024-01-10", null, stated()))) {
            Evaluation answer = open.ask(LATEST);
            assertThat(answer.truth()).isEqualTo(UNKNOWN);
            assertThat(answer.reason()).isEqualTo("the dates do not tell which line is the latest");
            assertThat(answer.gaps())
                    .containsExactly(new Gap(MissingFact.THERAPY_HISTORY, "the dates of every line of therapy"));
        }
    }

    private static TestFacts unordered(String first, @Nullable String second, Finding<Progression> course) {
        TestFacts patient = facts().from(TestFacts.date(first)).line(stable(), "axitinib");
        patient.from(second == null ? null : TestFacts.date(second)).line(course, "nivolumab");
        patient.orderKnown = false;
        return patient;
    }

    @Test
    void progressionOnAnyLineIsProgression() {
        Evaluation earlier =
                facts().line(stated(), "axitinib").line(stable(), "nivolumab").ask(EVER);
        assertThat(earlier.truth()).isEqualTo(TRUE);
        assertThat(earlier.reason()).isEqualTo("progression recorded on or after therapy (2025-07-01)");
        assertThat(facts().line(stable(), "axitinib")
                        .line(stable(), "nivolumab")
                        .ask(EVER))
                .isEqualTo(Evaluation.of(false, "no progression on record on any line", List.of()));
    }

    @Test
    void oneOpenLineLeavesProgressionOpen() {
        Evaluation open = facts().line(stable(), "axitinib")
                .line(openProgression(), "nivolumab")
                .ask(EVER);
        assertThat(open.truth()).isEqualTo(UNKNOWN);
        assertThat(open.reason()).isEqualTo("progression not settled: what would settle progression");
        Evaluation ended = facts().line(endedOtherwise(), "nivolumab").ask(EVER);
        assertThat(ended.truth()).isEqualTo(UNKNOWN);
        assertThat(ended.reason()).isEqualTo("progression not settled: it ended for another recorded reason");
        assertThat(ended.gaps())
                .containsExactly(new Gap(MissingFact.PROGRESSION, "whether the cancer has progressed since"));
        Evaluation first = facts().line(openProgression(), "axitinib")
                .line(endedOtherwise(), "nivolumab")
                .ask(EVER);
        assertThat(first.reason()).isEqualTo("progression not settled: it ended for another recorded reason");
        assertThat(facts().ask(EVER).gaps()).extracting(Gap::fact).containsExactly(MissingFact.THERAPY_HISTORY);
        assertThat(facts().truth(EVER)).isEqualTo(UNKNOWN);
    }
}
