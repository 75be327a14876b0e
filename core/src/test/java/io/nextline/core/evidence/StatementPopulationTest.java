package io.nextline.core.evidence;

import static io.nextline.core.criterion.Truth.FALSE;
import static io.nextline.core.criterion.Truth.TRUE;
import static io.nextline.core.criterion.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.criterion.Truth;
import io.nextline.core.fact.AdjuvantIci;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fact.Stage;
import io.nextline.core.fact.TreatmentSetting;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The criteria of the statements, put to facts: what the decision model asks, without guards and ranking. */
final class StatementPopulationTest {

    private static final EvidenceBase BASE = EvidenceBase.bundled();

    @Test
    void contact03SpeaksToItsRegimenAndNothingElse() {
        Patients patient = afterNivolumabIpilimumab().drafted("atezolizumab", "cabozantinib");

        assertThat(truth("DS-1", patient)).isEqualTo(TRUE);
        assertThat(truth("DS-2", patient)).isEqualTo(FALSE);
    }

    /** Another ICI is not what was tested. */
    @Tag("HZ-24")
    @ParameterizedTest
    @ValueSource(strings = {"nivolumab", "pembrolizumab", "ipilimumab", "avelumab"})
    void anotherIciBringsUpTheReadingOfTheAuthors(String ici) {
        Patients patient = afterNivolumabIpilimumab().drafted(ici, "cabozantinib");

        assertThat(truth("DS-1", patient)).isEqualTo(FALSE);
        assertThat(truth("DS-2", patient)).isEqualTo(TRUE);
    }

    @Test
    void unknownHistologyLeavesContact03Open() {
        Patients patient = rcc().progressedOn("nivolumab", "ipilimumab").drafted("atezolizumab", "cabozantinib");

        assertThat(truth("DS-1", patient)).isEqualTo(UNKNOWN);
        assertThat(truth("DS-2", patient)).isEqualTo(UNKNOWN);
    }

    @Test
    void chromophobeHistologyLeavesOnlyTheReadingOfTheAuthors() {
        Patients patient = rcc().histology("chromophobe")
                .progressedOn("nivolumab", "ipilimumab")
                .drafted("atezolizumab", "cabozantinib");

        assertThat(truth("DS-1", patient)).isEqualTo(FALSE);
        assertThat(truth("DS-2", patient)).isEqualTo(TRUE);
        assertThat(truth("DS-3", patient)).isEqualTo(FALSE);
    }

    @Test
    void withoutADraftNothingIsProposed() {
        for (Statement statement : BASE.statements()) {
            if (statement.proposal() != null && statement.topic() == Topic.PROPOSAL) {
                assertThat(truth(statement.id(), afterNivolumabIpilimumab()))
                        .as(statement.id())
                        .isEqualTo(FALSE);
            }
        }
    }

    @Test
    void afterTwoIcisAVegfrTkiIsTheUnusedMechanism() {
        Patients patient = afterNivolumabIpilimumab();

        assertThat(truth("DS-3", patient)).isEqualTo(TRUE);
        assertThat(truth("DS-10", patient)).isEqualTo(TRUE);
        assertThat(truth("DS-11", patient)).isEqualTo(FALSE);
        assertThat(truth("DS-12", patient)).isEqualTo(FALSE);
        assertThat(truth("DS-13", patient)).isEqualTo(FALSE);
        assertThat(truth("DS-14", patient)).isEqualTo(FALSE);
        assertThat(truth("DS-17", patient)).isEqualTo(FALSE);
    }

    @Test
    void afterIciWithTkiCrossToleranceCounts() {
        Patients patient = metastatic().progressedOn("pembrolizumab", "axitinib");

        assertThat(truth("DS-10", patient)).isEqualTo(FALSE);
        assertThat(truth("DS-11", patient)).isEqualTo(TRUE);
        assertThat(truth("DS-12", patient)).isEqualTo(FALSE);
        assertThat(truth("DS-13", patient)).isEqualTo(TRUE);
    }

    @Test
    void onceEveryTkiWasUsedNoneIsLeft() {
        Patients patient = metastatic()
                .progressedOn("sunitinib", "pazopanib")
                .progressedOn("axitinib", "sorafenib")
                .progressedOn("cabozantinib", "lenvatinib")
                .progressedOn("tivozanib")
                .progressedOn("nivolumab");

        assertThat(truth("DS-10", patient)).isEqualTo(FALSE);
        assertThat(truth("DS-15", patient)).isEqualTo(FALSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DS-3", "DS-10", "DS-12", "DS-13", "DS-14", "DS-15", "DS-17", "UPD-2", "UPD-3"})
    void anOptionNeedsProgressionOnTheLatestLine(String option) {
        Patients stable = metastatic()
                .reachingBeginning()
                .progressedOn("sunitinib")
                .progressedOn("nivolumab")
                .stableOn("everolimus");
        Patients open = metastatic()
                .reachingBeginning()
                .progressedOn("sunitinib")
                .progressedOn("nivolumab")
                .nowOn("everolimus");

        assertThat(truth(option, stable)).isEqualTo(FALSE);
        assertThat(truth(option, open)).isNotEqualTo(TRUE);
    }

    @Test
    void thirdLineBringsUpTivozanib() {
        Patients patient = afterNivolumabIpilimumab().progressedOn("cabozantinib");

        assertThat(truth("DS-14", patient)).isEqualTo(TRUE);
        assertThat(truth("UPD-8", patient)).isEqualTo(TRUE);
        assertThat(truth("UPD-2", patient)).isEqualTo(TRUE);
    }

    @Test
    void nivolumabNeedsARecordThatReachesTheBeginning() {
        assertThat(truth("DS-17", metastatic().progressedOn("sunitinib"))).isEqualTo(UNKNOWN);
        assertThat(truth("DS-17", metastatic().reachingBeginning().progressedOn("sunitinib")))
                .isEqualTo(TRUE);
        assertThat(truth("DS-17", metastatic().reachingBeginning().progressedOn("bevacizumab")))
                .isEqualTo(TRUE);
        assertThat(truth(
                        "DS-17",
                        metastatic()
                                .reachingBeginning()
                                .progressedOn("sunitinib")
                                .stableOn("nivolumab")))
                .isEqualTo(FALSE);
    }

    @Test
    void medicationDataThatWereNotReadWholeLeaveAbsenceOpen() {
        Patients patient = metastatic().notReadWhole().progressedOn("nivolumab", "ipilimumab");

        assertThat(truth("DS-3", patient)).isEqualTo(UNKNOWN);
        assertThat(truth("DS-10", patient)).isEqualTo(UNKNOWN);
        assertThat(truth("DS-4", patient)).isEqualTo(TRUE);
    }

    @Test
    void ipilimumabAfterPd1AloneIsUncertain() {
        assertThat(truth("DS-20", metastatic().progressedOn("nivolumab").drafted("ipilimumab")))
                .isEqualTo(TRUE);
        assertThat(truth(
                        "DS-20",
                        metastatic().progressedOn("nivolumab", "cabozantinib").drafted("ipilimumab")))
                .isEqualTo(FALSE);
        assertThat(truth("DS-20", afterNivolumabIpilimumab().drafted("ipilimumab")))
                .isEqualTo(FALSE);
    }

    @Test
    void aRefillInFirstLineBringsUpNothingAboutAnIciAfterAnother() {
        Patients patient = metastatic().nowOn("lenvatinib", "pembrolizumab").drafted("pembrolizumab");

        assertThat(truth("DS-2", patient)).isNotEqualTo(TRUE);
        assertThat(truth("DS-21", patient)).isNotEqualTo(TRUE);
    }

    @ParameterizedTest
    @CsvSource({"DURING,TRUE,TRUE", "WITHIN_WINDOW,TRUE,FALSE", "AFTER_WINDOW,UNKNOWN,FALSE"})
    void relapseAfterAdjuvantIciCountsAsProgressionForSixMonths(
            AdjuvantIci.Timing timing, Truth progressedOnIci, Truth during) {
        Patients patient = metastatic()
                .relapsedAfterAdjuvant(timing, false, "pembrolizumab")
                .drafted("nivolumab");

        assertThat(truth("DS-2", patient)).isEqualTo(progressedOnIci);
        assertThat(truth("DS-23", patient)).isEqualTo(TRUE);
        assertThat(truth("DS-24", patient)).isEqualTo(FALSE);
        assertThat(truth("DS-25", patient)).isEqualTo(during);
        assertThat(truth("DS-26", patient)).isEqualTo(TRUE);
        assertThat(truth("DS-27", patient)).isEqualTo(TRUE);
        assertThat(truth("UPD-6", patient)).isEqualTo(TRUE);
    }

    @Test
    void lateRelapseAfterAdjuvantIciLeavesOpenWhetherAnIciFailed() {
        Patients late = metastatic().relapsedAfterAdjuvant(AdjuvantIci.Timing.AFTER_WINDOW, true, "pembrolizumab");

        assertThat(truth("DS-10", late)).isEqualTo(UNKNOWN);
        assertThat(truth("DS-20", late.drafted("ipilimumab"))).isEqualTo(UNKNOWN);
    }

    @Test
    void anEarlierIciIsNotExcludedByARecordThatBeginsLate() {
        assertThat(truth("DS-18", metastatic().progressedOn("cabozantinib"))).isEqualTo(UNKNOWN);
        assertThat(truth("DS-8", metastatic().progressedOn("cabozantinib"))).isEqualTo(UNKNOWN);
        assertThat(truth("DS-18", metastatic().reachingBeginning().progressedOn("cabozantinib")))
                .isEqualTo(FALSE);
        assertThat(truth("DS-18", afterNivolumabIpilimumab())).isEqualTo(TRUE);
    }

    @Test
    void rechallengeAfterCompletedAdjuvantIciIsForTrials() {
        Patients patient = metastatic()
                .relapsedAfterAdjuvant(AdjuvantIci.Timing.AFTER_WINDOW, true, "pembrolizumab")
                .drafted("nivolumab", "ipilimumab");

        assertThat(truth("DS-24", patient)).isEqualTo(TRUE);
        assertThat(truth("DS-1", patient)).isEqualTo(FALSE);
    }

    @Test
    void relapseAfterAdjuvantBelzutifanIsACaseOfItsOwn() {
        AdjuvantIci.Timing timing = AdjuvantIci.Timing.WITHIN_WINDOW;

        assertThat(truth("UPD-13", metastatic().relapsedAfterAdjuvant(timing, false, "belzutifan", "pembrolizumab")))
                .isEqualTo(TRUE);
        assertThat(truth("UPD-13", metastatic().relapsedAfterAdjuvant(timing, false, "pembrolizumab")))
                .isEqualTo(FALSE);
    }

    @Test
    void contact01NeedsProgressionAfterBoth() {
        assertThat(truth("DS-6", nsclc().progressedOn("carboplatin", "pembrolizumab", "pemetrexed")))
                .isEqualTo(TRUE);
        assertThat(truth(
                        "DS-6",
                        nsclc().progressedOn("carboplatin", "pemetrexed").progressedOn("nivolumab")))
                .isEqualTo(TRUE);
        assertThat(truth("DS-6", nsclc().stableOn("carboplatin", "pemetrexed").progressedOn("nivolumab")))
                .isEqualTo(TRUE);
        assertThat(truth(
                        "DS-6",
                        nsclc().progressedOn("carboplatin", "pembrolizumab").nowOn("docetaxel")))
                .isEqualTo(TRUE);
    }

    @Test
    void progressionOnTheFirstOfTwoIsNotProgressionAfterBoth() {
        assertThat(truth(
                        "DS-6",
                        nsclc().progressedOn("carboplatin", "pemetrexed").stableOn("nivolumab")))
                .isEqualTo(FALSE);
        assertThat(truth(
                        "DS-6",
                        nsclc().progressedOn("carboplatin", "pemetrexed").nowOn("nivolumab")))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void platinumInChemoradiationLeavesContact01Open() {
        Patients patient = nsclc().inCurativeSetting(TreatmentSetting.NEOADJUVANT, "carboplatin", "paclitaxel")
                .progressedOn("durvalumab")
                .drafted("atezolizumab", "cabozantinib");

        assertThat(truth("DS-5", patient)).isEqualTo(UNKNOWN);
        assertThat(truth("DS-7", patient)).isEqualTo(FALSE);
    }

    @Test
    void theGuardOfContact01HoldsWhereItsPopulationDoesNot() {
        Patients noPlatinum = nsclc().progressedOn("pembrolizumab").drafted("atezolizumab", "cabozantinib");

        assertThat(truth("DS-7", noPlatinum)).isEqualTo(TRUE);
        assertThat(truth("DS-5", noPlatinum)).isEqualTo(FALSE);
        assertThat(truth("DS-7", nsclc().progressedOn("carboplatin", "pembrolizumab")))
                .isEqualTo(FALSE);
        assertThat(truth("DS-7", nsclc().progressedOn("carboplatin", "pemetrexed")))
                .isEqualTo(TRUE);
    }

    @Test
    void theSameDrugsInTheOtherCancerBringUpTheOtherTrial() {
        Patients lung = nsclc().progressedOn("carboplatin", "pembrolizumab").drafted("atezolizumab", "cabozantinib");
        Patients kidney = afterNivolumabIpilimumab().drafted("atezolizumab", "cabozantinib");

        assertThat(truth("DS-5", lung)).isEqualTo(TRUE);
        assertThat(truth("DS-1", lung)).isEqualTo(FALSE);
        assertThat(truth("DS-5", kidney)).isEqualTo(FALSE);
    }

    @Test
    void localTreatmentIsForFirstRelapseOrFewSites() {
        Patients few = afterNivolumabIpilimumab().oligoprogression(true).site("brain");

        assertThat(truth("DS-27", few)).isEqualTo(TRUE);
        assertThat(truth("DS-28", few)).isEqualTo(UNKNOWN);
        assertThat(truth("DS-29", few)).isEqualTo(TRUE);
        assertThat(truth("DS-30", few)).isEqualTo(UNKNOWN);
        assertThat(truth("DS-27", afterNivolumabIpilimumab().oligoprogression(false)))
                .isEqualTo(FALSE);
        assertThat(truth("DS-33", few.draftedProcedure("metastasectomy"))).isEqualTo(TRUE);
    }

    @Test
    void thePrimaryInPlaceIsNeverAssumed() {
        assertThat(truth("DS-31", afterNivolumabIpilimumab())).isEqualTo(UNKNOWN);
        assertThat(truth("DS-31", afterNivolumabIpilimumab().primaryInPlace(true)))
                .isEqualTo(TRUE);
        assertThat(truth("DS-31", afterNivolumabIpilimumab().primaryInPlace(false)))
                .isEqualTo(FALSE);
        assertThat(truth("DS-32", metastatic().primaryInPlace(true).nowOn("nivolumab", "ipilimumab")))
                .isEqualTo(TRUE);
        assertThat(truth("DS-32", metastatic().primaryInPlace(true).nowOn("pembrolizumab", "axitinib")))
                .isEqualTo(TRUE);
        assertThat(truth("DS-32", metastatic().primaryInPlace(true).nowOn("sunitinib")))
                .isEqualTo(FALSE);
    }

    @Test
    void everyPopulationThatOpensACardCarriesThePreferenceOfThePatient() {
        assertThat(truth("DS-36", afterNivolumabIpilimumab())).isEqualTo(TRUE);
        assertThat(truth("DS-36", nsclc().progressedOn("carboplatin", "pembrolizumab")))
                .isEqualTo(TRUE);
        assertThat(truth("DS-36", metastatic().primaryInPlace(true).stableOn("sunitinib")))
                .isEqualTo(TRUE);
        assertThat(truth(
                        "DS-36",
                        metastatic().relapsedAfterAdjuvant(AdjuvantIci.Timing.AFTER_WINDOW, true, "pembrolizumab")))
                .isEqualTo(TRUE);
    }

    private static Patients rcc() {
        return Patients.with(BASE.vocabulary(), DiagnosisType.RENAL_CELL_CARCINOMA)
                .stage(Stage.METASTATIC);
    }

    private static Patients metastatic() {
        return rcc().histology("clear-cell");
    }

    private static Patients afterNivolumabIpilimumab() {
        return metastatic().progressedOn("nivolumab", "ipilimumab");
    }

    private static Patients nsclc() {
        return Patients.with(BASE.vocabulary(), DiagnosisType.NSCLC)
                .histology("adenocarcinoma")
                .stage(Stage.METASTATIC);
    }

    /** Returns the truth of population and proposal together. */
    private static Truth truth(String id, Patients patient) {
        Statement statement = BASE.statement(id);
        PatientFacts facts = patient.facts();
        Truth population = statement.population().evaluate(facts).truth();
        return statement.proposal() == null
                ? population
                : population.and(statement.proposal().evaluate(facts).truth());
    }
}
