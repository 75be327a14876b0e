package io.nextline.core.derive;

import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.MetastaticSite;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fact.TherapyHistory;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.BodySite;
import io.nextline.core.vocabulary.DiagnosisKind;
import io.nextline.core.vocabulary.ProcedureKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where the cancer has spread, whether the primary is still in place, and what the record says of the extent of progression. */
final class SiteDeriver {

    private static final Set<ProcedureKind> NEPHRECTOMY =
            EnumSet.of(ProcedureKind.NEPHRECTOMY_RADICAL, ProcedureKind.NEPHRECTOMY_PARTIAL, ProcedureKind.NEPHRECTOMY);

    private final Chart chart;

    SiteDeriver(Chart chart) {
        this.chart = chart;
    }

    /** Returns the organs with active metastases, by name. */
    List<MetastaticSite> sites() {
        TreeMap<String, List<CodedCondition>> bySite = new TreeMap<>();
        for (CodedCondition row : chart.conditions()) {
            if (row.code().kind() == DiagnosisKind.SECONDARY && row.isActive()) {
                for (String site : sitesOf(row)) {
                    bySite.computeIfAbsent(site, s -> new ArrayList<>()).add(row);
                }
            }
        }
        List<MetastaticSite> sites = new ArrayList<>();
        bySite.forEach((site, rows) -> {
            FhirDate since = rows.stream()
                    .map(CodedCondition::since)
                    .filter(Objects::nonNull)
                    .reduce(null, Dates::earlier);
            sites.add(new MetastaticSite(
                    site, since, rows.stream().map(CodedCondition::provenance).toList()));
        });
        return sites;
    }

    private Set<String> sitesOf(CodedCondition row) {
        Set<String> sites = new TreeSet<>(row.code().metastaticSites());
        if (!sites.isEmpty()) {
            return sites;
        }
        for (CodeableConcept bodySite : row.condition().bodySite()) {
            BodySite site = chart.vocabulary().sites().classify(bodySite);
            if (site != null) {
                sites.add(site.id());
            }
        }
        return sites;
    }

    /** Returns whether the primary tumour is in place: a removal is evidence, its absence from the record is none. */
    Finding<Boolean> primaryInPlace(@Nullable DiagnosisType cancer) {
        ProcedureEvent removal =
                cancer == DiagnosisType.RENAL_CELL_CARCINOMA ? chart.firstProcedure(NEPHRECTOMY) : null;
        return removal != null
                ? Finding.known(false, List.of(removal.provenance()))
                : Finding.unknown(MissingFact.PRIMARY_IN_PLACE, "whether the primary tumour was removed");
    }

    /**
     * Returns whether progression is limited to few sites. More new sites than the profile's count settle it; otherwise a record does
     * not show how many of the known sites are growing.
     */
    Finding<Boolean> oligoprogression(TherapyHistory therapy, List<MetastaticSite> sites) {
        FhirDate lineStart = therapy.latest() == null ? null : therapy.latest().start();
        List<Provenance> fresh = new ArrayList<>();
        for (MetastaticSite site : sites) {
            if (lineStart != null && site.since() != null && site.since().isSurelyAfter(lineStart.latest())) {
                fresh.addAll(site.provenance());
            }
        }
        long freshSites = sites.stream()
                .filter(site -> lineStart != null
                        && site.since() != null
                        && site.since().isSurelyAfter(lineStart.latest()))
                .count();
        return freshSites > chart.profile().oligoprogressionSites()
                ? Finding.known(false, fresh)
                : Finding.unknown(MissingFact.METASTATIC_SITES, "how many sites are progressing");
    }

    /** Returns whether the cancer came back after treatment with curative intent. */
    Finding<Boolean> recurrence(TherapyHistory therapy) {
        ProcedureEvent surgery = chart.firstProcedure(NEPHRECTOMY);
        boolean curativeLine =
                therapy.lines().stream().anyMatch(line -> line.setting().isCurative());
        if (surgery == null && !curativeLine) {
            return Finding.unknown(
                    MissingFact.THERAPY_SETTING, "whether the cancer was first treated with curative intent");
        }
        FhirDate treated =
                surgery != null ? surgery.date() : therapy.lines().get(0).start();
        boolean metastaticBefore = treated != null && isMetastaticBy(treated);
        if (metastaticBefore && !curativeLine) {
            return Finding.known(false, List.of());
        }
        for (RelapseEvents.Relapse relapse : RelapseEvents.of(chart)) {
            if (treated != null && relapse.date() != null && relapse.date().isSurelyAfter(treated.latest())) {
                return Finding.known(true, List.of(relapse.provenance()));
            }
        }
        return Finding.unknown(MissingFact.PROGRESSION, "whether the cancer came back after curative treatment");
    }

    private boolean isMetastaticBy(FhirDate day) {
        boolean metastasis = chart.conditions().stream()
                .anyMatch(row -> row.code().kind() == DiagnosisKind.SECONDARY
                        && row.since() != null
                        && !row.since().earliest().isAfter(day.latest()));
        return metastasis || chart.isStagedMetastaticBy(day.latest());
    }
}
