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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stages that the record states, wherever they stand: staging Observations, {@code Condition.stage}, or the diagnosis code.
 *
 * @param stage what is stated
 * @param date when, or null
 * @param provenance where
 */
record StageEvents(Stage stage, @Nullable FhirDate date, Provenance provenance) {

    private static final Set<ObservationKind> STAGING =
            EnumSet.of(ObservationKind.STAGE_GROUP, ObservationKind.M_CATEGORY, ObservationKind.T_CATEGORY);

    private static final Comparator<StageEvents> ORDER = Comparator.comparing(StageEvents::date, Dates.NULLS_LAST)
            .thenComparing(StageEvents::stage)
            .thenComparing(StageEvents::provenance, Provenance.ORDER);

    /** Returns the stages of this cancer in the order of time, undated last. */
    static List<StageEvents> of(Chart chart) {
        List<StageEvents> events = new ArrayList<>();
        for (Observation observation : chart.record().observations()) {
            noteObservation(chart, observation, events);
        }
        for (CodedCondition row : chart.conditions()) {
            for (Condition.Stage stage : row.condition().stage()) {
                note(chart, stage.summary(), row.since(), row.provenance(), events);
            }
            if (row.code().stage() != null) {
                CodeableConcept coded =
                        new CodeableConcept(List.of(), "Stage " + row.code().stage());
                note(chart, coded, row.since(), row.provenance(), events);
            }
        }
        events.sort(ORDER);
        return events;
    }

    /** Returns whether a metastatic stage is stated by this day. */
    static boolean metastaticBy(Chart chart, LocalDate day) {
        return of(chart).stream()
                .anyMatch(event -> event.stage() == Stage.METASTATIC
                        && event.date() != null
                        && !event.date().earliest().isAfter(day));
    }

    private static void noteObservation(Chart chart, Observation observation, List<StageEvents> events) {
        if (observation.code() == null) {
            return;
        }
        ObservationKind kind = chart.vocabulary().observations().kindOf(observation.code());
        if (kind == null || !STAGING.contains(kind)) {
            return;
        }
        FhirDate date =
                observation.effective() == null ? null : observation.effective().startOrEnd();
        Provenance provenance = new Provenance(observation.header().reference(), "value", date);
        if (observation.value() instanceof ObservationValue.Coded coded) {
            note(chart, coded.concept(), date, provenance, events);
        } else if (observation.value() instanceof ObservationValue.Text text) {
            note(chart, new CodeableConcept(List.of(), text.text()), date, provenance, events);
        }
    }

    private static void note(
            Chart chart,
            @Nullable CodeableConcept value,
            @Nullable FhirDate date,
            Provenance provenance,
            List<StageEvents> events) {
        StageValue stage = value == null ? null : chart.vocabulary().stages().parse(value);
        if (stage != null && stage.spread() != null) {
            events.add(new StageEvents(stage(stage.spread()), date, provenance));
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
