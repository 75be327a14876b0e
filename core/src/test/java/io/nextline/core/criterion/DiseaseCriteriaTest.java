package io.nextline.core.criterion;

import static io.nextline.core.criterion.TestFacts.endedOtherwise;
import static io.nextline.core.criterion.TestFacts.facts;
import static io.nextline.core.criterion.TestFacts.known;
import static io.nextline.core.criterion.TestFacts.openProgression;
import static io.nextline.core.criterion.Truth.FALSE;
import static io.nextline.core.criterion.Truth.TRUE;
import static io.nextline.core.criterion.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextline.core.fact.AdjuvantIci;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.Gap;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Stage;
import io.nextline.core.fact.TreatmentSetting;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions about the patient and the disease, each answered true, false and unknown. */
@Tag("HZ-05")
final class DiseaseCriteriaTest {

    private static final Criterion CLEAR_CELL = new HistologyIn(List.of("clear-cell", "papillary"));
    private static final Criterion ADVANCED = new StageIn(List.of(Stage.METASTATIC, Stage.LOCALLY_ADVANCED));

    /** Every question that one fact answers, with its words for yes and no, and the gap it leaves. */
    static Stream<Arguments> plainQuestions() {
        return Stream.of(
                question(new IsAdult(), (f, v) -> f.adult = v, "18 or older", "under 18", MissingFact.BIRTH_DATE),
                question(
                        new HasPrimaryInPlace(),
                        (f, v) -> f.primaryInPlace = v,
                        "primary in place",
                        "primary removed",
                        MissingFact.PRIMARY_IN_PLACE),
                question(
                        new HasOligoprogression(),
                        (f, v) -> f.oligoprogression = v,
                        "progression at few sites",
                        "progression not limited to few sites",
                        MissingFact.METASTATIC_SITES),
                question(
                        new IsFirstRelapse(),
                        (f, v) -> f.recurrence = v,
                        "first recurrence after curative treatment",
                        "no recurrence",
                        MissingFact.PROGRESSION),
                question(
                        new RelapsedAfterAdjuvantIci(),
                        (f, v) -> f.adjuvant("pembrolizumab").relapse = v,
                        "relapse during or after adjuvant ICI",
                        "no relapse after adjuvant ICI",
                        MissingFact.PROGRESSION),
                question(
                        new CompletedAdjuvantIci(),
                        (f, v) -> {
                            f.adjuvant("pembrolizumab").completed = v;
                            f.timing = known(AdjuvantIci.Timing.AFTER_WINDOW);
                        },
                        "adjuvant ICI completed",
                        "adjuvant ICI not completed",
                        MissingFact.THERAPY_SETTING));
    }

    private static Arguments question(
            Criterion criterion, BiConsumer<TestFacts, Finding<Boolean>> set, String yes, String no, MissingFact gap) {
        return Arguments.of(criterion, set, yes, no, gap);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plainQuestions")
    void aFactAnswersItsQuestion(
            Criterion criterion, BiConsumer<TestFacts, Finding<Boolean>> set, String yes, String no, MissingFact gap) {
        TestFacts positive = facts();
        set.accept(positive, known(true));
        assertThat(positive.ask(criterion)).isEqualTo(Evaluation.of(true, yes, List.of(TestFacts.from("known-true"))));

        TestFacts negative = facts();
        set.accept(negative, known(false));
        assertThat(negative.ask(criterion)).isEqualTo(Evaluation.of(false, no, List.of(TestFacts.from("known-false"))));

        TestFacts silent = facts();
        set.accept(silent, TestFacts.open(gap));
        Evaluation open = silent.ask(criterion);
        assertThat(open.truth()).isEqualTo(UNKNOWN);
        assertThat(open.gaps()).extracting(Gap::fact).containsExactly(gap);
        assertThat(open.reason()).isNotBlank();
    }

    @Test
    void theDiagnosisIsOneTypeOrAnother() {
        TestFacts renal = facts();
        renal.type = known(DiagnosisType.RENAL_CELL_CARCINOMA);
        Evaluation yes = renal.ask(new DiagnosisIs(DiagnosisType.RENAL_CELL_CARCINOMA));
        assertThat(yes.truth()).isEqualTo(TRUE);
        assertThat(yes.reason()).isEqualTo("diagnosis: renal cell carcinoma");
        assertThat(yes.provenance()).hasSize(1);
        assertThat(renal.truth(new DiagnosisIs(DiagnosisType.NSCLC))).isEqualTo(FALSE);
    }

    @Test
    void anOpenDiagnosisExcludesOnlyTheTypesThatAreNotInQuestion() {
        TestFacts two = facts();
        two.possible = Set.of(DiagnosisType.NSCLC, DiagnosisType.OTHER);
        Evaluation maybe = two.ask(new DiagnosisIs(DiagnosisType.NSCLC));
        assertThat(maybe.truth()).isEqualTo(UNKNOWN);
        assertThat(maybe.reason()).startsWith("diagnosis not determined: what would settle");
        assertThat(maybe.gaps()).extracting(Gap::fact).containsExactly(MissingFact.DIAGNOSIS_TYPE);
        Evaluation no = two.ask(new DiagnosisIs(DiagnosisType.RENAL_CELL_CARCINOMA));
        assertThat(no.truth()).isEqualTo(FALSE);
        assertThat(no.reason()).isEqualTo("no renal cell carcinoma among the diagnoses in question");
        assertThat(no.gaps()).isEmpty();
    }

    @Test
    @Tag("HZ-18")
    void anUnstatedHistologyIsNeverAssumed() {
        TestFacts patient = facts();
        Evaluation open = patient.ask(CLEAR_CELL);
        assertThat(open.truth()).isEqualTo(UNKNOWN);
        assertThat(open.reason()).isEqualTo("histology not known: what would settle histology");
        assertThat(open.gaps()).extracting(Gap::fact).containsExactly(MissingFact.HISTOLOGY);
        patient.histology = known("clear-cell");
        assertThat(patient.ask(CLEAR_CELL).reason()).isEqualTo("histology: clear cell");
        assertThat(patient.truth(CLEAR_CELL)).isEqualTo(TRUE);
        patient.histology = known("chromophobe");
        assertThat(patient.truth(CLEAR_CELL)).isEqualTo(FALSE);
        assertThat(patient.ask(CLEAR_CELL).provenance()).hasSize(1);
    }

    @Test
    void theStageIsOneOfThoseAsked() {
        TestFacts patient = facts();
        assertThat(patient.truth(ADVANCED)).isEqualTo(UNKNOWN);
        assertThat(patient.ask(ADVANCED).reason()).isEqualTo("stage now not known: what would settle stage");
        assertThat(patient.ask(ADVANCED).gaps()).extracting(Gap::fact).containsExactly(MissingFact.STAGE);
        patient.stage = known(Stage.LOCALLY_ADVANCED);
        assertThat(patient.truth(ADVANCED)).isEqualTo(TRUE);
        assertThat(patient.ask(ADVANCED).reason()).isEqualTo("stage now: locally advanced");
        patient.stage = known(Stage.LOCALISED);
        assertThat(patient.truth(ADVANCED)).isEqualTo(FALSE);
        assertThat(patient.ask(ADVANCED).provenance()).hasSize(1);
    }

    @Test
    void aSiteOnRecordIsThereAndAMissingOneIsOpen() {
        TestFacts patient = facts().site("lung").site("brain");
        assertThat(patient.ask(new HasSite("brain")))
                .isEqualTo(Evaluation.of(true, "metastasis: brain", List.of(TestFacts.from("brain"))));
        Evaluation liver = patient.ask(new HasSite("liver"));
        assertThat(liver.truth()).isEqualTo(UNKNOWN);
        assertThat(liver.reason()).isEqualTo("no liver metastasis on record, which does not exclude one");
        assertThat(liver.gaps()).extracting(Gap::fact).containsExactly(MissingFact.METASTATIC_SITES);
    }

    @Test
    void brainAndMeningesAreInsideTheSkull() {
        Criterion outside = new HasExtracranialSite();
        assertThat(facts().site("brain").site("meninges").truth(outside)).isEqualTo(UNKNOWN);
        assertThat(facts().truth(outside)).isEqualTo(UNKNOWN);
        assertThat(facts().ask(outside).gaps()).extracting(Gap::fact).containsExactly(MissingFact.METASTATIC_SITES);
        Evaluation lung = facts().site("brain").site("lung").ask(outside);
        assertThat(lung)
                .isEqualTo(Evaluation.of(true, "metastasis outside the brain: lung", List.of(TestFacts.from("lung"))));
    }

    @Test
    void aFirstRelapseComesBeforeAnyLineForAdvancedDisease() {
        TestFacts patient = facts();
        patient.recurrence = known(true);
        patient.line(TreatmentSetting.ADJUVANT, endedOtherwise(), "pembrolizumab");
        assertThat(patient.truth(new IsFirstRelapse())).isEqualTo(TRUE);
        patient.line(openProgression(), "axitinib");
        Evaluation treated = patient.ask(new IsFirstRelapse());
        assertThat(treated.truth()).isEqualTo(FALSE);
        assertThat(treated.provenance()).containsExactly(TestFacts.from("line-1"));
    }

    @Test
    @Tag("HZ-05")
    void aFirstRelapseNeedsTherapyDataReadWholeAndUnderstood() {
        TestFacts unread = facts();
        unread.recurrence = known(true);
        unread.readWhole = false;
        TestFacts illegible = facts();
        illegible.recurrence = known(true);
        illegible.unidentified = 1;

        assertThat(unread.truth(new IsFirstRelapse())).isEqualTo(UNKNOWN);
        assertThat(illegible.ask(new IsFirstRelapse()).gaps())
                .extracting(Gap::fact)
                .containsExactly(MissingFact.THERAPY_HISTORY);
    }

    @Test
    void whatOnlyTheClinicianCanJudgeStaysOpen() {
        Evaluation open = facts().ask(new ClinicianJudges("whether it can be treated", MissingFact.METASTATIC_SITES));
        assertThat(open.truth()).isEqualTo(UNKNOWN);
        assertThat(open.reason()).isEqualTo("for the clinician to judge: whether it can be treated");
        assertThat(open.gaps()).containsExactly(new Gap(MissingFact.METASTATIC_SITES, "whether it can be treated"));
    }
}
