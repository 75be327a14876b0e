package io.nextline.core.derive;

import io.nextline.core.fact.Provenance;
import io.nextline.core.fact.Stage;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Condition;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.Observation;
import io.nextline.core.fhir.ObservationValue;
import io.nextline.core.vocabulary.ObservationKind;
import io.nextline.core.vocabulary.Spread;
import io.nextline.core.vocabulary.StageValue;
import io.nextline.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the stages wherever the record states them: staging Observations, {@code Condition.stage}, or the diagnosis code; not those of another cancer. */
final class StageReader {

    private static final Set<ObservationKind> STAGING =
            EnumSet.of(ObservationKind.STAGE_GROUP, ObservationKind.M_CATEGORY, ObservationKind.T_CATEGORY);

    private final Vocabulary vocabulary;
    private final CancerTies ties;
    private final List<StageEvent> events = new ArrayList<>();

    StageReader(Vocabulary vocabulary, CancerTies ties) {
        this.vocabulary = vocabulary;
        this.ties = ties;
    }

    /** Returns the stages in the order of time, undated last. */
    List<StageEvent> read(CodedObservations observations, List<CodedCondition> conditions) {
        for (ObservationKind kind : STAGING) {
            observations.of(kind).forEach(this::read);
        }
        conditions.forEach(this::read);
        events.sort(StageEvent.ORDER);
        return events;
    }

    private void read(CodedCondition row) {
        if (row.isAnotherCancer()) {
            return;
        }
        for (Condition.Stage stage : row.condition().stage()) {
            note(stage.summary(), row.since(), row.provenance());
        }
        if (row.code().stage() != null) {
            CodeableConcept coded =
                    new CodeableConcept(List.of(), "Stage " + row.code().stage());
            note(coded, row.since(), row.provenance());
        }
    }

    private void read(Observation observation) {
        if (!ties.isStageOfThePatientsCancer(observation)) {
            return;
        }
        FhirDate date =
                observation.effective() == null ? null : observation.effective().startOrEnd();
        Provenance provenance = new Provenance(observation.header().reference(), "value", date);
        if (observation.value() instanceof ObservationValue.Coded coded) {
            note(coded.concept(), date, provenance);
        } else if (observation.value() instanceof ObservationValue.Text text) {
            note(new CodeableConcept(List.of(), text.text()), date, provenance);
        }
    }

    private void note(@Nullable CodeableConcept value, @Nullable FhirDate date, Provenance provenance) {
        StageValue stage = value == null ? null : vocabulary.stages().parse(value);
        if (stage != null && stage.spread() != null) {
            events.add(new StageEvent(stage(stage.spread()), date, provenance));
        }
    }

    private static Stage stage(Spread spread) {
        return switch (spread) {
            case METASTATIC -> Stage.METASTATIC;
            case LOCALLY_ADVANCED -> Stage.LOCALLY_ADVANCED;
            case LOCALISED -> Stage.LOCALISED;
        };
    }
}
