package io.nextline.core.vocabulary;

import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.Coding;
import io.nextline.core.vocabulary.BiomarkerReading.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The biomarkers, the genes they belong to, and how their results are coded and worded. Immutable and thread-safe. */
public final class BiomarkerVocabulary {

    private static final Map<String, ObservationKind> KINDS = Ids.by(ObservationKind.values(), ObservationKind::id);
    private static final Map<String, Result> RESULTS = Ids.byName(Result.values());

    private final Map<String, Biomarker> byId = new HashMap<>();
    private final List<Biomarker> markers = new ArrayList<>();
    private final ConceptTable<String> genes;
    private final Map<String, Integer> genesOfMarker = new HashMap<>();
    private final Codes<String> diagnoses;
    private final Codes<Result> results;
    private final Codes<Boolean> germline;
    private final BiomarkerWords words;

    BiomarkerVocabulary(CodeSystems systems, DataNode file) {
        file.only(Set.of("markers", "genes", "diagnoses", "results", "germline"));
        for (DataNode row : file.list("markers")) {
            row.only(Set.of("id", "name", "kind", "driver", "variant"));
            Biomarker marker = new Biomarker(
                    row.text("id"),
                    row.text("name"),
                    Ids.required(row, "kind", KINDS, ObservationKind.GENE),
                    row.flag("driver"),
                    row.textOrNull("variant"));
            markers.add(marker);
            if (byId.put(marker.id(), marker) != null) {
                row.problem("the marker " + marker.id() + " stands twice");
            }
        }
        genes = new ConceptTable<>(systems, file.get("genes"), Set.of("marker"), this::marker);
        for (DataNode row : file.get("genes").list("codes")) {
            genesOfMarker.merge(row.text("marker"), row.texts("codes").size(), Integer::sum);
        }
        diagnoses = new Codes<>(systems);
        file.list("diagnoses").forEach(row -> diagnoses.add(row, marker(row)));
        DataNode section = file.get("results").only(Set.of("codes", "words", "details", "otherScores", "negation"));
        results = new Codes<>(systems);
        section.list("codes").forEach(row -> results.add(row, Ids.required(row, "result", RESULTS, Result.OPEN)));
        germline = new Codes<>(systems);
        file.list("germline").forEach(row -> germline.add(row, true));
        words = new BiomarkerWords(section, RESULTS);
    }

    private String marker(DataNode row) {
        String id = row.text("marker");
        if (!byId.containsKey(id)) {
            row.problem("the marker " + id + " is not listed among the markers");
        }
        return id;
    }

    /** Returns every biomarker, in the order of the file. */
    public List<Biomarker> markers() {
        return List.copyOf(markers);
    }

    /** Returns the marker that a gene belongs to, by its code or its name; null if it is none of ours. */
    public @Nullable Biomarker ofGene(@Nullable CodeableConcept gene) {
        String id = genes.find(gene);
        return id == null ? null : byId.get(id);
    }

    /** Returns of how many genes a marker consists. */
    public int genesOf(Biomarker marker) {
        return genesOfMarker.getOrDefault(marker.id(), 1);
    }

    /** Returns the marker that a diagnosis states as found, or null. */
    public @Nullable Biomarker ofDiagnosis(CodeableConcept diagnosis) {
        for (Coding coding : diagnosis.coding()) {
            String id = diagnoses.find(coding);
            if (id != null) {
                return byId.get(id);
            }
        }
        return null;
    }

    /** Returns whether a variant's source is the germ line. */
    public boolean isGermline(CodeableConcept source) {
        return source.coding().stream().anyMatch(coding -> germline.find(coding) != null);
    }

    /**
     * Reads a coded result. A code decides; words that contradict it leave the result open, and name the alteration.
     *
     * @return null if it says nothing that is understood
     */
    public @Nullable BiomarkerReading read(CodeableConcept value) {
        Result coded = null;
        BiomarkerReading worded = value.text() == null ? null : words.read(value.text());
        for (Coding coding : value.coding()) {
            Result one = results.find(coding);
            coded = coded == null || coded == one ? one : one == null ? coded : Result.OPEN;
            if (worded == null && coding.display() != null) {
                worded = words.read(coding.display());
            }
        }
        if (coded == null || worded == null) {
            return coded == null ? worded : new BiomarkerReading(coded, List.of());
        }
        return new BiomarkerReading(worded.result() == coded ? coded : Result.OPEN, worded.details());
    }

    /** Reads a result in words; null if it says nothing that is understood. */
    public @Nullable BiomarkerReading read(String text) {
        return words.read(text);
    }

    /** Returns the alterations that a text names, such as a change of the protein. */
    public List<String> details(String text) {
        return words.details(text);
    }

    /** Returns whether a text gives another score than the tumour proportion score. */
    public boolean isOtherScore(String text) {
        return words.isOtherScore(text);
    }
}
