package io.nextline.core.derive;

import io.nextline.core.fact.Biomarkers;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import io.nextline.core.fhir.Condition;
import io.nextline.core.fhir.Observation;
import io.nextline.core.fhir.ObservationValue;
import io.nextline.core.vocabulary.Biomarker;
import io.nextline.core.vocabulary.BiomarkerReading;
import io.nextline.core.vocabulary.BiomarkerReading.Result;
import io.nextline.core.vocabulary.BiomarkerVocabulary;
import io.nextline.core.vocabulary.ObservationKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The biomarkers of a lung cancer: from an observation per gene, from variant reports with the gene in a component (mCODE), from
 * panels, and from diagnoses that state a driver. What was not tested is never negative (hazard HZ-18).
 */
final class BiomarkerDeriver {

    private final Chart chart;
    private final BiomarkerVocabulary vocabulary;
    private final Map<String, BiomarkerResults> results = new LinkedHashMap<>();

    BiomarkerDeriver(Chart chart) {
        this.chart = chart;
        this.vocabulary = chart.vocabulary().biomarkers();
        vocabulary.markers().forEach(marker -> results.put(marker.id(), new BiomarkerResults(marker)));
    }

    Biomarkers derive() {
        for (Biomarker marker : vocabulary.markers()) {
            if (marker.kind() != ObservationKind.PD_L1) {
                chart.observations().measured(marker.kind()).forEach(each -> gene(marker, each));
            }
        }
        chart.observations().of(ObservationKind.GENE_VARIANT).forEach(this::variant);
        chart.record().conditions().forEach(this::diagnosis);
        List<Biomarkers.Marker> markers = new ArrayList<>();
        for (Biomarker marker : vocabulary.markers()) {
            Finding<Biomarkers.Result> finding = marker.kind() == ObservationKind.PD_L1
                    ? new TumourProportionScore(chart, marker).derive()
                    : of(marker).finding(vocabulary.genesOf(marker));
            markers.add(new Biomarkers.Marker(marker.id(), marker.name(), marker.driver(), finding));
        }
        return new Biomarkers(markers);
    }

    private BiomarkerResults of(Biomarker marker) {
        return results.computeIfAbsent(marker.id(), id -> new BiomarkerResults(marker));
    }

    /** An observation, or a component of a panel, whose code names the gene. */
    private void gene(Biomarker marker, Measurement measurement) {
        Observation observation = measurement.observation();
        if (isGermline(observation)) {
            of(marker).germline();
            return;
        }
        note(marker, measurement, proteinChanges(observation), null);
    }

    /** A variant report: which gene it is about stands in a component, or in its own words. */
    private void variant(Observation observation) {
        Biomarker marker = null;
        CodeableConcept gene = null;
        for (Observation.Component part : observation.component()) {
            if (kind(part) == ObservationKind.GENE) {
                gene = concept(part.value());
                marker = gene == null ? marker : vocabulary.ofGene(gene);
            }
        }
        if (gene == null && observation.code() != null) {
            marker = vocabulary.ofGene(
                    new CodeableConcept(List.of(), observation.code().text()));
        }
        if (marker == null) {
            return;
        }
        if (isGermline(observation)) {
            of(marker).germline();
        } else {
            note(marker, Measurement.of(observation), proteinChanges(observation), gene);
        }
    }

    private void note(Biomarker marker, Measurement measurement, List<String> changes, @Nullable CodeableConcept gene) {
        BiomarkerReading reading = reading(measurement);
        if (reading == null) {
            of(marker).unclear();
        } else {
            of(marker).add(reading, changes, gene, measurement.provenance());
        }
    }

    /** The value decides; without one that is understood, the interpretation. */
    private @Nullable BiomarkerReading reading(Measurement measurement) {
        ObservationValue value = measurement.value();
        BiomarkerReading read = null;
        if (value instanceof ObservationValue.Coded coded) {
            read = vocabulary.read(coded.concept());
        } else if (value instanceof ObservationValue.Text text) {
            read = vocabulary.read(text.text());
        } else if (value instanceof ObservationValue.Flag flag) {
            read = new BiomarkerReading(flag.value() ? Result.PRESENT : Result.ABSENT, List.of());
        }
        for (CodeableConcept interpretation : measurement.interpretation()) {
            read = read == null ? vocabulary.read(interpretation) : read;
        }
        return read;
    }

    private List<String> proteinChanges(Observation observation) {
        TreeSet<String> changes = new TreeSet<>();
        for (Observation.Component part : observation.component()) {
            CodeableConcept change = kind(part) == ObservationKind.PROTEIN_CHANGE ? concept(part.value()) : null;
            if (change != null && change.text() != null) {
                changes.addAll(vocabulary.details(change.text()));
            }
            for (Coding coding : change == null ? List.<Coding>of() : change.coding()) {
                changes.addAll(coding.code() == null ? List.of() : vocabulary.details(coding.code()));
                changes.addAll(coding.display() == null ? List.of() : vocabulary.details(coding.display()));
            }
        }
        return List.copyOf(changes);
    }

    private boolean isGermline(Observation observation) {
        for (Observation.Component part : observation.component()) {
            CodeableConcept source = kind(part) == ObservationKind.SOURCE_CLASS ? concept(part.value()) : null;
            if (source != null && vocabulary.isGermline(source)) {
                return true;
            }
        }
        return false;
    }

    private void diagnosis(Condition condition) {
        Biomarker marker = condition.code() == null ? null : vocabulary.ofDiagnosis(condition.code());
        if (marker != null) {
            Provenance from = new Provenance(condition.header().reference(), "code", CodedCondition.sinceOf(condition));
            of(marker).add(new BiomarkerReading(Result.PRESENT, List.of()), List.of(), null, from);
        }
    }

    private @Nullable ObservationKind kind(Observation.Component part) {
        return chart.vocabulary().observations().kindOf(part.code());
    }

    private static @Nullable CodeableConcept concept(@Nullable ObservationValue value) {
        if (value instanceof ObservationValue.Coded coded) {
            return coded.concept();
        }
        return value instanceof ObservationValue.Text text ? new CodeableConcept(List.of(), text.text()) : null;
    }
}
