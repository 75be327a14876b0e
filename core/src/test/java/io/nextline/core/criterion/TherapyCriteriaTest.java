package io.nextline.core.criterion;

import static io.nextline.core.criterion.TestFacts.endedOtherwise;
import static io.nextline.core.criterion.TestFacts.facts;
import static io.nextline.core.criterion.TestFacts.openProgression;
import static io.nextline.core.criterion.TestFacts.stable;
import static io.nextline.core.criterion.TestFacts.stated;
import static io.nextline.core.criterion.Truth.FALSE;
import static io.nextline.core.criterion.Truth.TRUE;
import static io.nextline.core.criterion.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fact.Gap;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.TreatmentSetting;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was given, what was not, and how many lines: an absence is concluded from whole data only (ruling 9.1). */
@Tag("HZ-05")
final class TherapyCriteriaTest {

    private static final Criterion CABOZANTINIB = new Received(List.of("cabozantinib"));
    private static final Criterion PLATINUM = new ReceivedForAdvanced(List.of("platinum"));

    private static TestFacts onNivolumab() {
        return facts().line(stated(), "nivolumab");
    }

    @Test
    void anyOfTheNamedDrugsWillDo() {
        Evaluation found = onNivolumab().line(stated(), "axitinib").ask(new Received(List.of("mTOR", "VEGFR-TKI")));
        assertThat(found)
                .isEqualTo(Evaluation.of(true, "received mTOR or VEGFR-TKI", List.of(TestFacts.from("line-1"))));
    }

    @Test
    void anAbsenceNamesTheRowsItRestsOn() {
        Evaluation absent = onNivolumab().ask(CABOZANTINIB);
        assertThat(absent).isEqualTo(Evaluation.of(false, "no record of cabozantinib in 10 therapy rows", List.of()));
        assertThat(onNivolumab().ask(new Unused("cabozantinib")))
                .isEqualTo(Evaluation.of(true, "no record of cabozantinib in 10 therapy rows", List.of()));
        assertThat(onNivolumab().ask(new Unused("nivolumab")))
                .isEqualTo(Evaluation.of(false, "received nivolumab", List.of(TestFacts.from("line-0"))));
    }

    @Test
    void dataNotReadWholeLeaveAnAbsenceOpen() {
        TestFacts partial = onNivolumab();
        partial.readWhole = false;
        assertOpen(partial, "the medication data are missing or were not read whole");
        assertThat(partial.truth(new Received(List.of("nivolumab")))).isEqualTo(TRUE);
    }

    @Test
    void anUnidentifiedRowLeavesAnAbsenceOpen() {
        TestFacts blinded = onNivolumab();
        blinded.unidentified = 2;
        assertOpen(blinded, "2 therapy row(s) could not be identified");
    }

    @Test
    void noTherapyOnRecordLeavesAnAbsenceOpen() {
        assertOpen(facts(), "no systemic therapy is on record");
    }

    private static void assertOpen(TestFacts patient, String why) {
        Evaluation open = patient.ask(CABOZANTINIB);
        assertThat(open.truth()).isEqualTo(UNKNOWN);
        assertThat(open.reason()).isEqualTo("whether cabozantinib was given is not known: " + why);
        assertThat(open.gaps())
                .containsExactly(new Gap(MissingFact.THERAPY_HISTORY, "the whole list of systemic therapy"));
        assertThat(patient.ask(new Unused("cabozantinib")).truth()).isEqualTo(UNKNOWN);
        assertThat(patient.ask(new Unused("cabozantinib")).gaps()).isEqualTo(open.gaps());
    }

    @Test
    void noIciOnRecordIsNoIciOnlyWhenTheRecordReachesTheBeginning() {
        TestFacts late = facts().line(stated(), "axitinib");
        late.reachesBeginning = false;
        Evaluation open = late.ask(new Received(List.of("ICI")));
        assertThat(open.truth()).isEqualTo(UNKNOWN);
        assertThat(open.reason()).isEqualTo("no ICI on record, but the record may not reach back to the first therapy");
        assertThat(open.gaps())
                .containsExactly(new Gap(MissingFact.PRIOR_ICI, "whether an immune checkpoint inhibitor was given"));
        assertThat(late.truth(CABOZANTINIB)).isEqualTo(FALSE);
        late.readWhole = false;
        assertThat(late.ask(new Received(List.of("ICI"))).reason())
                .isEqualTo(
                        "whether ICI was given is not known: the medication data are missing or were not read whole");
        late.readWhole = true;
        late.reachesBeginning = true;
        assertThat(late.truth(new Received(List.of("ICI")))).isEqualTo(FALSE);
    }

    @Test
    void neverMeansFromTheBeginningOn() {
        Criterion never = new NeverReceived("ICI");
        TestFacts patient = facts().line(stated(), "axitinib");
        assertThat(patient.ask(never))
                .isEqualTo(Evaluation.of(true, "never received ICI in 10 therapy rows", List.of()));
        patient.reachesBeginning = false;
        Evaluation open = patient.ask(never);
        assertThat(open.truth()).isEqualTo(UNKNOWN);
        assertThat(open.gaps()).extracting(Gap::fact).containsExactly(MissingFact.PRIOR_ICI);
        assertThat(open.reason()).contains("an earlier ICI is not excluded");
        patient.reachesBeginning = true;
        patient.readWhole = false;
        assertThat(patient.truth(never)).isEqualTo(UNKNOWN);
        assertThat(onNivolumab().ask(never))
                .isEqualTo(Evaluation.of(false, "received ICI", List.of(TestFacts.from("line-0"))));
    }

    @Test
    @Tag("HZ-02")
    void therapyInACurativeSettingDoesNotDecideWhatWasGivenForAdvancedDisease() {
        TestFacts patient = facts().line(TreatmentSetting.CONSOLIDATION, endedOtherwise(), "carboplatin");
        Evaluation open = patient.ask(PLATINUM);
        assertThat(open.truth()).isEqualTo(UNKNOWN);
        assertThat(open.reason()).isEqualTo("received platinum, but not surely for advanced disease");
        assertThat(open.gaps())
                .containsExactly(
                        new Gap(MissingFact.THERAPY_SETTING, "whether platinum was given for advanced disease"));
        patient.line(stated(), "carboplatin");
        assertThat(patient.ask(PLATINUM))
                .isEqualTo(Evaluation.of(
                        true, "received platinum for advanced disease", List.of(TestFacts.from("line-1"))));
        assertThat(onNivolumab().truth(PLATINUM)).isEqualTo(FALSE);
        assertThat(facts().truth(PLATINUM)).isEqualTo(UNKNOWN);
    }

    @Test
    void nowOnNeedsEveryDrug() {
        Criterion both = new CurrentlyOn(List.of("PD-1", "CTLA-4"));
        assertThat(onNivolumab().nowOn("nivolumab", "ipilimumab").ask(both))
                .isEqualTo(Evaluation.of(true, "now on PD-1 + CTLA-4", List.of()));
        TestFacts one = onNivolumab().nowOn("nivolumab");
        assertThat(one.ask(both))
                .isEqualTo(Evaluation.of(false, "not on PD-1 + CTLA-4 now, by 10 therapy rows", List.of()));
        one.unidentified = 1;
        assertThat(one.truth(both)).isEqualTo(UNKNOWN);
        one.unidentified = 0;
        one.readWhole = false;
        Evaluation open = one.ask(both);
        assertThat(open.truth()).isEqualTo(UNKNOWN);
        assertThat(open.gaps()).containsExactly(new Gap(MissingFact.THERAPY_HISTORY, "the current systemic therapy"));
    }

    @ParameterizedTest
    @CsvSource({"0,TRUE,FALSE", "1,TRUE,FALSE", "2,TRUE,TRUE", "3,FALSE,TRUE"})
    @Tag("HZ-01")
    void linesForAdvancedDiseaseAreCounted(int count, Truth atLeast, Truth atMost) {
        TestFacts patient = onNivolumab()
                .line(TreatmentSetting.ADJUVANT, endedOtherwise(), "pembrolizumab")
                .line(stated(), "axitinib");
        assertThat(patient.truth(new AdvancedLinesAtLeast(count))).isEqualTo(atLeast);
        assertThat(patient.truth(new AdvancedLinesAtMost(count))).isEqualTo(atMost);
    }

    @Test
    void aCountNamesItsLines() {
        TestFacts patient = onNivolumab().line(stated(), "axitinib");
        assertThat(patient.ask(new AdvancedLinesAtLeast(2)))
                .isEqualTo(Evaluation.of(
                        true,
                        "lines for advanced disease on record: 2",
                        List.of(TestFacts.from("line-0"), TestFacts.from("line-1"))));
        assertThat(patient.ask(new AdvancedLinesAtMost(2)))
                .isEqualTo(
                        Evaluation.of(true, "lines for advanced disease on record: 2 in 10 therapy rows", List.of()));
    }

    @Test
    void aLineOfUnknownSettingMayCount() {
        TestFacts patient = onNivolumab().line(TreatmentSetting.UNKNOWN, openProgression(), "axitinib");
        Evaluation two = patient.ask(new AdvancedLinesAtLeast(2));
        assertThat(two.truth()).isEqualTo(UNKNOWN);
        assertThat(two.reason())
                .isEqualTo(
                        "lines for advanced disease on record: 1 or 2, depending on the setting of a line that is not known");
        assertThat(two.gaps()).extracting(Gap::fact).containsExactly(MissingFact.THERAPY_SETTING);
        assertThat(patient.truth(new AdvancedLinesAtLeast(3))).isEqualTo(FALSE);
        assertThat(patient.ask(new AdvancedLinesAtMost(1)).gaps()).isEqualTo(two.gaps());
    }

    @Test
    void linesWithoutAnOrderAreARangeAndWithoutWholeDataNotAllOfThem() {
        TestFacts unordered = onNivolumab().line(stated(), "axitinib");
        unordered.orderKnown = false;
        assertThat(unordered.truth(new AdvancedLinesAtLeast(1))).isEqualTo(TRUE);
        Evaluation open = unordered.ask(new AdvancedLinesAtLeast(2));
        assertThat(open.truth()).isEqualTo(UNKNOWN);
        assertThat(open.reason()).endsWith("1 or 2, depending on dates that are missing to count them");
        assertThat(open.gaps()).extracting(Gap::detail).containsExactly("the dates of every line of therapy");
        TestFacts partial = onNivolumab();
        partial.readWhole = false;
        assertThat(partial.truth(new AdvancedLinesAtLeast(2))).isEqualTo(UNKNOWN);
        assertThat(partial.truth(new AdvancedLinesAtLeast(1))).isEqualTo(TRUE);
    }

    @Test
    void theRegimenProgressedOnIsTheLatestOneThatFailed() {
        Criterion ici = new LatestProgressedRegimenHas(List.of("ICI"), List.of("VEGFR-TKI"));
        assertThat(onNivolumab().line(stable(), "axitinib").ask(ici))
                .isEqualTo(Evaluation.of(true, "progressed on nivolumab", List.of(TestFacts.from("line-0"))));
        assertThat(onNivolumab().line(stated(), "axitinib").ask(ici))
                .isEqualTo(Evaluation.of(false, "progressed on axitinib", List.of(TestFacts.from("line-1"))));
        assertThat(facts().line(stated(), "nivolumab", "axitinib").truth(ici)).isEqualTo(FALSE);
        assertThat(facts().truth(ici)).isEqualTo(UNKNOWN);
        assertThat(facts().line(stable(), "nivolumab").truth(ici)).isEqualTo(FALSE);
    }

    @Test
    void whatARegimenLackedNeedsWholeDataInAKnownOrder() {
        Criterion lacking = new LatestProgressedRegimenHas(List.of("ICI"), List.of("VEGFR-TKI"));
        Criterion holding = new LatestProgressedRegimenHas(List.of("ICI"), List.of());
        TestFacts partial = onNivolumab();
        partial.readWhole = false;
        Evaluation open = partial.ask(lacking);
        assertThat(open.truth()).isEqualTo(UNKNOWN);
        assertThat(open.reason()).isEqualTo("progressed on nivolumab; whether anything was given with it is not known");
        assertThat(open.gaps()).extracting(Gap::fact).containsExactly(MissingFact.THERAPY_HISTORY);
        assertThat(partial.truth(holding)).isEqualTo(TRUE);
        TestFacts unordered = onNivolumab();
        unordered.orderKnown = false;
        assertThat(unordered.truth(lacking)).isEqualTo(UNKNOWN);
    }
}
