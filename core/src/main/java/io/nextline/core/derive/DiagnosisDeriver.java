package io.nextline.core.derive;

import io.nextline.core.fact.Diagnosis;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.RecordArea;
import io.nextline.core.vocabulary.DiagnosisKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * Which cancer the patient has. A site code of the lung alone does not say that it is non-small cell; two primaries that compete
 * are said so and match nothing (hazard HZ-17).
 */
final class DiagnosisDeriver {

    private final Chart chart;
    private final Collection<String> warnings;
    private final SortedMap<String, List<CodedCondition>> primaries;
    private final HistologyFindings histologies;

    DiagnosisDeriver(Chart chart, Collection<String> warnings) {
        this.chart = chart;
        this.warnings = warnings;
        this.primaries = PrimaryCancers.of(chart);
        this.histologies = new HistologyFindings(chart);
    }

    Diagnosis derive() {
        if (primaries.size() > 1) {
            warnings.add("two primary cancers are on record: no match is claimed");
            return open(
                    "two primary cancers are on record (" + String.join(", ", primaries.keySet())
                            + "): which one is to be treated",
                    types(primaries.keySet()));
        }
        if (primaries.isEmpty()) {
            return withoutPrimary();
        }
        String type = primaries.firstKey();
        List<CodedCondition> rows = primaries.getOrDefault(type, List.of());
        return switch (type) {
            case PrimaryCancers.RCC -> known(DiagnosisType.RENAL_CELL_CARCINOMA, rows);
            case PrimaryCancers.NSCLC -> known(DiagnosisType.NSCLC, rows);
            case PrimaryCancers.LUNG -> lung(rows);
            default ->
                rows.stream().allMatch(CodedCondition::isUnsettled) ? unsettled() : known(DiagnosisType.OTHER, rows);
        };
    }

    private Diagnosis unsettled() {
        warnings.add("conflict: the code and the words of a diagnosis name different cancers");
        return open(
                "the code and the words of a diagnosis name different cancers: which of them it is",
                EnumSet.of(DiagnosisType.RENAL_CELL_CARCINOMA, DiagnosisType.OTHER));
    }

    private Diagnosis lung(List<CodedCondition> rows) {
        String morphology = histologies.lungMorphology();
        if (morphology == null) {
            return open(
                    "lung cancer, its type not determined: the histology",
                    EnumSet.of(DiagnosisType.NSCLC, DiagnosisType.OTHER));
        }
        return known(morphology.equals("small-cell") ? DiagnosisType.OTHER : DiagnosisType.NSCLC, rows);
    }

    private Diagnosis withoutPrimary() {
        boolean metastasis = has(DiagnosisKind.SECONDARY);
        if (has(DiagnosisKind.HISTORY) && metastasis) {
            warnings.add(
                    "conflict: a history of cancer and active metastases, but no current primary cancer on record");
            return open(
                    "a history of cancer with active metastases: the primary cancer they come from",
                    types(chart.conditions().stream()
                            .map(row -> row.code().type())
                            .toList()));
        }
        // A metastasis that is gone was that of a cancer, too; a history of cancer tells of which.
        boolean unexplained = isOnRecord(DiagnosisKind.SECONDARY) && !has(DiagnosisKind.HISTORY);
        if (has(DiagnosisKind.UNSPECIFIC) || unexplained) {
            return open("a cancer of unstated origin: the primary cancer", EnumSet.allOf(DiagnosisType.class));
        }
        if (!chart.record().coverage().isComplete(RecordArea.CONDITIONS)) {
            return open("the diagnoses were not read whole: the cancer", EnumSet.allOf(DiagnosisType.class));
        }
        return new Diagnosis(
                Finding.known(DiagnosisType.NONE, List.of()),
                EnumSet.of(DiagnosisType.NONE),
                Finding.unknown(MissingFact.HISTOLOGY, "the histology"),
                null,
                false);
    }

    private boolean isOnRecord(DiagnosisKind kind) {
        return chart.conditions().stream().anyMatch(row -> row.code().kind() == kind);
    }

    private boolean has(DiagnosisKind kind) {
        return chart.conditions().stream().anyMatch(row -> row.code().kind() == kind && row.isActive());
    }

    /** Returns the types that these cancers may turn out to be. */
    private static Set<DiagnosisType> types(Collection<String> cancers) {
        Set<DiagnosisType> types = EnumSet.of(DiagnosisType.OTHER);
        for (String cancer : cancers) {
            switch (cancer) {
                case PrimaryCancers.RCC -> types.add(DiagnosisType.RENAL_CELL_CARCINOMA);
                case PrimaryCancers.NSCLC, PrimaryCancers.LUNG -> types.add(DiagnosisType.NSCLC);
                default -> types.add(DiagnosisType.OTHER);
            }
        }
        return types;
    }

    private Diagnosis open(String detail, Set<DiagnosisType> possible) {
        return new Diagnosis(
                Finding.unknown(MissingFact.DIAGNOSIS_TYPE, detail),
                possible,
                Finding.unknown(MissingFact.HISTOLOGY, "the histology"),
                null,
                true);
    }

    private Diagnosis known(DiagnosisType type, List<CodedCondition> rows) {
        warnIfInactive(rows);
        FhirDate diagnosed = null;
        List<Provenance> provenance = new ArrayList<>();
        for (CodedCondition row : rows) {
            diagnosed = Dates.earlier(diagnosed, row.diagnosed());
            provenance.add(row.provenance());
        }
        provenance.sort(Provenance.ORDER);
        return new Diagnosis(
                Finding.known(type, provenance),
                EnumSet.of(type),
                histologies.of(type, rows, warnings),
                diagnosed,
                true);
    }

    private void warnIfInactive(List<CodedCondition> rows) {
        if (rows.stream().anyMatch(row -> row.code().conflict())) {
            warnings.add("conflict: the codes of one diagnosis contradict each other; the most specific is used");
        }
        boolean active = rows.stream().anyMatch(CodedCondition::isActive);
        if (!active && has(DiagnosisKind.SECONDARY)) {
            warnings.add("conflict: the primary cancer is marked as no longer active while metastases are active");
        }
    }
}
