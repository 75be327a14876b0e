package io.nextline.core.derive;

import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.DiagnosticReport;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.Observation;
import io.nextline.core.fhir.ObservationValue;
import io.nextline.core.fhir.Period;
import io.nextline.core.fhir.Reference;
import io.nextline.core.vocabulary.DiseaseStatus;
import io.nextline.core.vocabulary.ObservationKind;
import io.nextline.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads what the record states about the course of the disease: mCODE disease status, response assessments, coded reports. */
final class DiseaseStatusReader {

    private final Vocabulary vocabulary;
    private final Predicate<Reference> isAboutAnotherCancer;
    private final List<StatusEvent> events = new ArrayList<>();

    /**
     * Creates a reader.
     *
     * @param isAboutAnotherCancer whether a focus is known to be another cancer than the patient's
     */
    DiseaseStatusReader(Vocabulary vocabulary, Predicate<Reference> isAboutAnotherCancer) {
        this.vocabulary = vocabulary;
        this.isAboutAnotherCancer = isAboutAnotherCancer;
    }

    /** Returns the statuses in the order of time. */
    List<StatusEvent> read(CodedObservations observations, List<DiagnosticReport> reports) {
        observations.of(ObservationKind.DISEASE_STATUS).forEach(this::read);
        observations.of(ObservationKind.TUMOUR_RESPONSE).forEach(this::read);
        for (DiagnosticReport report : reports) {
            Provenance provenance =
                    new Provenance(report.header().reference(), "conclusionCode", day(report.effective()));
            report.conclusionCode().forEach(code -> note(code, provenance));
        }
        events.sort(StatusEvent.ORDER);
        return events;
    }

    private void read(Observation observation) {
        if (observation.value() == null || observation.focus().stream().anyMatch(isAboutAnotherCancer)) {
            return;
        }
        Provenance provenance = new Provenance(observation.header().reference(), "value", day(observation.effective()));
        if (observation.value() instanceof ObservationValue.Coded coded) {
            note(coded.concept(), provenance);
        } else if (observation.value() instanceof ObservationValue.Text text) {
            note(new CodeableConcept(List.of(), text.text()), provenance);
        }
    }

    private void note(CodeableConcept value, Provenance provenance) {
        DiseaseStatus status = vocabulary.statuses().diseaseStatus(value);
        StatusEvent.Course course = status == null ? null : course(status);
        if (course != null) {
            events.add(new StatusEvent(course, provenance.date(), provenance));
        }
    }

    private static StatusEvent.@Nullable Course course(DiseaseStatus status) {
        return switch (status) {
            case WORSENED -> StatusEvent.Course.WORSENED;
            case UNCONFIRMED_PROGRESSION -> StatusEvent.Course.UNCONFIRMED;
            case STABLE -> StatusEvent.Course.STABLE;
            case IMPROVED -> StatusEvent.Course.IMPROVED;
            case UNDETERMINED -> null;
        };
    }

    private static @Nullable FhirDate day(@Nullable Period period) {
        return period == null ? null : period.startOrEnd();
    }
}
