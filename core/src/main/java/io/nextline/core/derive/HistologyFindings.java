package io.nextline.core.derive;

import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Extension;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.Observation;
import io.nextline.core.fhir.ObservationValue;
import io.nextline.core.vocabulary.HistologyCode;
import io.nextline.core.vocabulary.ObservationKind;
import io.nextline.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The histology as the record states it: in the diagnosis code, in mCODE's morphology extension, or in a morphology
 * Observation. It is never assumed (hazard HZ-18); statements that contradict each other leave it open.
 */
final class HistologyFindings {

    private static final String MORPHOLOGY_EXTENSION = "mcode-histology-morphology-behavior";
    private static final String UNSPECIFIC_NSCLC = "nsclc-nos";
    private static final Set<String> SMALL_CELL = Set.of("small-cell");

    private final Chart chart;
    private final Vocabulary vocabulary;

    HistologyFindings(Chart chart) {
        this.chart = chart;
        this.vocabulary = chart.vocabulary();
    }

    /** Returns the one histology that the record states for this cancer, or the gap. */
    Finding<String> of(DiagnosisType type, List<CodedCondition> rows, Collection<String> warnings) {
        TreeMap<String, List<Provenance>> stated = new TreeMap<>();
        for (CodedCondition row : rows) {
            if (row.code().histology() != null) {
                note(stated, row.code().histology(), row.provenance());
            }
            noteExtensions(stated, row, type.id());
        }
        noteObservations(stated, type.id());
        if (stated.size() > 1) {
            stated.remove(UNSPECIFIC_NSCLC);
        }
        if (stated.isEmpty()) {
            return Finding.unknown(MissingFact.HISTOLOGY, "the histology of the tumour");
        }
        if (stated.size() > 1) {
            warnings.add(
                    "conflict: the record states more than one histology (" + String.join(", ", stated.keySet()) + ")");
            return Finding.unknown(MissingFact.HISTOLOGY, "which of the recorded histologies holds");
        }
        List<Provenance> provenance = stated.firstEntry().getValue().stream()
                .sorted(Provenance.ORDER)
                .distinct()
                .toList();
        return Finding.known(stated.firstKey(), provenance);
    }

    /** Returns a lung histology stated anywhere for a lung cancer of unstated type; null if none, or small and non-small both. */
    @Nullable String lungMorphology() {
        TreeMap<String, List<Provenance>> stated = new TreeMap<>();
        for (CodedCondition row : chart.conditions()) {
            if (PrimaryCancers.LUNG.equals(row.code().type())) {
                noteExtensions(stated, row, PrimaryCancers.NSCLC);
            }
        }
        noteObservations(stated, PrimaryCancers.NSCLC);
        boolean small = stated.keySet().stream().anyMatch(SMALL_CELL::contains);
        if (stated.isEmpty() || (small && stated.size() > 1)) {
            return null;
        }
        return stated.firstKey();
    }

    private void noteExtensions(Map<String, List<Provenance>> stated, CodedCondition row, String type) {
        for (Extension extension : row.condition().extension()) {
            CodeableConcept morphology = extension.concept();
            if (morphology != null && extension.url().endsWith(MORPHOLOGY_EXTENSION)) {
                String histology = histology(morphology, type);
                if (histology != null) {
                    note(
                            stated,
                            histology,
                            new Provenance(row.condition().header().reference(), "extension", row.since()));
                }
            }
        }
    }

    private void noteObservations(Map<String, List<Provenance>> stated, String type) {
        for (Observation observation : chart.observations().of(ObservationKind.TUMOUR_MORPHOLOGY)) {
            CodeableConcept value = concept(observation.value());
            String histology = value == null ? null : histology(value, type);
            if (histology != null) {
                FhirDate date = observation.effective() == null
                        ? null
                        : observation.effective().startOrEnd();
                note(stated, histology, new Provenance(observation.header().reference(), "value", date));
            }
        }
    }

    private @Nullable String histology(CodeableConcept morphology, String type) {
        HistologyCode code = vocabulary.histologies().classify(morphology, type);
        return code == null || code.conflict() ? null : code.histology();
    }

    private static @Nullable CodeableConcept concept(@Nullable ObservationValue value) {
        if (value instanceof ObservationValue.Coded coded) {
            return coded.concept();
        }
        return value instanceof ObservationValue.Text text ? new CodeableConcept(List.of(), text.text()) : null;
    }

    private static void note(Map<String, List<Provenance>> stated, String histology, Provenance provenance) {
        stated.computeIfAbsent(histology, h -> new ArrayList<>()).add(provenance);
    }
}
