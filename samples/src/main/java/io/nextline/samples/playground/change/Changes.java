package io.nextline.samples.playground.change;

import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.PatientFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All named changes, in the order in which they are offered. */
public final class Changes {

    private final List<Change> all = List.of(
            new Change(
                    "ici-toxicity",
                    "Have the checkpoint inhibitor stopped for toxicity",
                    "Its stop reason becomes a toxicity, and what says that the cancer grew on it is taken out.",
                    TherapyChanges::hadCheckpointInhibitor,
                    TherapyChanges::stopForToxicity),
            new Change(
                    "remove-ici",
                    "Take every checkpoint inhibitor out of the record",
                    "The one named exception: that a drug is unused may be concluded from a record that was read whole.",
                    TherapyChanges::hadCheckpointInhibitor,
                    TherapyChanges::removeCheckpointInhibitors),
            new Change(
                    "remove-progression",
                    "Remove what states the progression",
                    "Absence is not \"no\": statements that need progression become unknown.",
                    ProgressionChanges::isStated,
                    ProgressionChanges::remove),
            new Change(
                    "add-progression",
                    "State a progression today",
                    "A disease status of today says that the cancer grew on the latest line.",
                    ProgressionChanges::isWanting,
                    ProgressionChanges::state),
            new Change(
                    "histology",
                    "Switch the histology",
                    "Trials were run in some histologies only.",
                    Changes::hasHistologies,
                    DiseaseChanges::switchHistology),
            new Change(
                    "brain-metastasis",
                    "Add a brain metastasis",
                    "A new Condition, dated today.",
                    DiseaseChanges::lacksBrainMetastasis,
                    DiseaseChanges::addBrainMetastasis),
            new Change(
                    "remove-ecog",
                    "Remove the performance status",
                    "It becomes unknown, and is named among what is missing.",
                    facts -> facts.performanceStatus().orNull() != null,
                    RecordChanges::removePerformanceStatus),
            new Change(
                    "no-observations",
                    "Have the feed send no observations",
                    "Staging, status and laboratory values are gone; none of them turns into \"no\".",
                    facts -> true,
                    RecordChanges::removeObservations),
            new Change(
                    "first-page",
                    "Send the first page of each query only",
                    "What was not read to its end supports no conclusion of absence.",
                    facts -> facts.therapy().readWhole(),
                    RecordChanges::leaveFurtherPages));

    /** Returns those that have something to change. */
    public List<Change> fitting(PatientFacts facts) {
        return all.stream().filter(change -> change.fits().test(facts)).toList();
    }

    /** Returns the change of that id, or null. */
    public @Nullable Change named(String id) {
        return all.stream().filter(change -> change.id().equals(id)).findFirst().orElse(null);
    }

    private static boolean hasHistologies(PatientFacts facts) {
        return facts.diagnosis().is(DiagnosisType.RENAL_CELL_CARCINOMA)
                || facts.diagnosis().is(DiagnosisType.NSCLC);
    }

    /** Returns the latest line with a checkpoint inhibitor, or null. */
    static @Nullable LineOfTherapy latestWithCheckpointInhibitor(PatientFacts facts) {
        LineOfTherapy latest = null;
        for (LineOfTherapy line : facts.therapy().lines()) {
            latest = line.has(TherapyChanges.CHECKPOINT_INHIBITOR) ? line : latest;
        }
        return latest;
    }
}
