package io.nextline.core.derive;

import io.nextline.core.derive.StatusEvent.Course;
import io.nextline.core.derive.StatusEvent.Source;
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
import io.nextline.core.vocabulary.ReportReading;
import io.nextline.core.vocabulary.StatusVocabulary;
import io.nextline.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the record states about the course of the disease: mCODE disease status, response assessments, coded conclusions of
 * reports, and, weaker, the words of reports. A status value in words is a status; words of a report never are.
 */
final class DiseaseStatusReader {

    private final Vocabulary vocabulary;
    private final StatusVocabulary statuses;
    private final Predicate<Reference> isAboutAnotherCancer;
    private final List<StatusEvent> events = new ArrayList<>();

    /**
     * Creates a reader.
     *
     * @param isAboutAnotherCancer whether a focus is known to be another cancer than the patient's
     */
    DiseaseStatusReader(Vocabulary vocabulary, Predicate<Reference> isAboutAnotherCancer) {
        this.vocabulary = vocabulary;
        this.statuses = vocabulary.statuses();
        this.isAboutAnotherCancer = isAboutAnotherCancer;
    }

    /** Returns the statuses in the order of time. */
    List<StatusEvent> read(CodedObservations observations, List<DiagnosticReport> reports) {
        observations.of(ObservationKind.DISEASE_STATUS).forEach(this::readStatus);
        observations.of(ObservationKind.TUMOUR_RESPONSE).forEach(this::readStatus);
        observations.of(ObservationKind.IMAGING_IMPRESSION).forEach(this::readImpression);
        reports.forEach(this::read);
        events.sort(StatusEvent.ORDER);
        return events;
    }

    private void readStatus(Observation observation) {
        if (observation.focus().stream().anyMatch(isAboutAnotherCancer)) {
            return;
        }
        Provenance provenance = new Provenance(observation.header().reference(), "value", day(observation.effective()));
        if (observation.value() instanceof ObservationValue.Coded coded) {
            noteStatus(coded.concept(), provenance);
        } else if (observation.value() instanceof ObservationValue.Text text) {
            noteStatus(new CodeableConcept(List.of(), text.text()), provenance);
        }
    }

    private void readImpression(Observation observation) {
        if (observation.value() instanceof ObservationValue.Text text
                && observation.focus().stream().noneMatch(isAboutAnotherCancer)) {
            noteWords(
                    text.text(),
                    new Provenance(observation.header().reference(), "value", day(observation.effective())));
        }
    }

    private void read(DiagnosticReport report) {
        FhirDate date = day(report.effective());
        Provenance coded = new Provenance(report.header().reference(), "conclusionCode", date);
        Provenance said = new Provenance(report.header().reference(), "conclusion", date);
        if (isAssessment(report)) {
            report.conclusionCode().forEach(code -> noteStatus(code, coded));
            noteStatus(new CodeableConcept(List.of(), report.conclusion()), said);
            return;
        }
        for (CodeableConcept code : report.conclusionCode()) {
            DiseaseStatus status = statuses.codedStatus(code);
            if (status != null) {
                note(status, coded);
            } else {
                noteWords(wording(code), coded);
            }
        }
        noteWords(report.conclusion(), said);
    }

    /** A report of a response assessment answers that one question, so even "PD" alone is its answer. */
    private boolean isAssessment(DiagnosticReport report) {
        ObservationKind kind = vocabulary.observations().kindOf(report.code());
        return kind == ObservationKind.DISEASE_STATUS || kind == ObservationKind.TUMOUR_RESPONSE;
    }

    private static @Nullable String wording(CodeableConcept concept) {
        if (concept.text() != null || concept.coding().isEmpty()) {
            return concept.text();
        }
        return concept.coding().get(0).display();
    }

    private void noteStatus(CodeableConcept value, Provenance provenance) {
        DiseaseStatus status = statuses.diseaseStatus(value);
        if (status != null && status != DiseaseStatus.UNDETERMINED) {
            note(status, provenance);
        } else if (isInDoubt(statuses.reports().course(wording(value)))) {
            events.add(new StatusEvent(Course.UNCONFIRMED, Source.STATUS, provenance.date(), false, provenance));
        }
    }

    private static boolean isInDoubt(@Nullable ReportReading reading) {
        return reading == ReportReading.POSSIBLE_PROGRESSION || reading == ReportReading.MIXED;
    }

    private void note(DiseaseStatus status, Provenance provenance) {
        Course course = course(status);
        if (course != null) {
            events.add(new StatusEvent(course, Source.STATUS, provenance.date(), false, provenance));
        }
    }

    private void noteWords(@Nullable String words, Provenance provenance) {
        ReportReading reading = statuses.reports().course(words);
        if (reading != null) {
            Provenance read = new Provenance(
                    provenance.reference(), provenance.element(), provenance.date(), "words of a report");
            boolean fewSites = reading == ReportReading.OLIGOPROGRESSION;
            events.add(new StatusEvent(course(reading), Source.REPORT_TEXT, read.date(), fewSites, read));
        }
    }

    private static @Nullable Course course(DiseaseStatus status) {
        return switch (status) {
            case WORSENED -> Course.WORSENED;
            case UNCONFIRMED_PROGRESSION -> Course.UNCONFIRMED;
            case STABLE -> Course.STABLE;
            case IMPROVED -> Course.IMPROVED;
            case UNDETERMINED -> null;
        };
    }

    private static Course course(ReportReading reading) {
        return switch (reading) {
            case PROGRESSION, OLIGOPROGRESSION -> Course.WORSENED;
            case POSSIBLE_PROGRESSION, MIXED -> Course.UNCONFIRMED;
            case STABLE -> Course.STABLE;
            case IMPROVED -> Course.IMPROVED;
        };
    }

    private static @Nullable FhirDate day(@Nullable Period period) {
        return period == null ? null : period.startOrEnd();
    }
}
