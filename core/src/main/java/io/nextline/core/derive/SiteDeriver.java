package io.nextline.core.derive;

import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.Finding;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.MetastaticSite;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.Progression;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fact.TherapyHistory;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.Laterality;
import io.nextline.core.vocabulary.ProcedureKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the cancer has spread, whether the primary is still in place, and what the record says of the extent of progression. */
final class SiteDeriver {

    private static final Set<ProcedureKind> NEPHRECTOMY =
            EnumSet.of(ProcedureKind.NEPHRECTOMY_RADICAL, ProcedureKind.NEPHRECTOMY_PARTIAL, ProcedureKind.NEPHRECTOMY);

    private static final String OPEN_SITES = "how many sites are progressing";

    private final Chart chart;

    SiteDeriver(Chart chart) {
        this.chart = chart;
    }

    /** Returns the organs with active metastases, by name, each told as old or new against the latest line. */
    List<MetastaticSite> sites(TherapyHistory therapy) {
        LineOfTherapy latest = therapy.latest();
        FhirDate lineStart = latest == null ? null : latest.start();
        List<MetastaticSite> sites = new ArrayList<>();
        Metastases.active(chart).forEach((site, rows) -> {
            FhirDate since = null;
            for (CodedCondition row : rows) {
                since = Dates.earlier(since, row.since());
            }
            sites.add(new MetastaticSite(
                    site,
                    since,
                    Metastases.appearance(rows, lineStart, chart.profile()),
                    rows.stream().map(CodedCondition::provenance).toList()));
        });
        return sites;
    }

    /**
     * Returns whether the primary tumour is in place (ruling 9.11). A removal is evidence against it, a report that says so is
     * evidence for it; silence is none. A kidney removed on the other side was not this tumour's.
     */
    Finding<Boolean> primaryInPlace(@Nullable DiagnosisType cancer) {
        ProcedureEvent removal = cancer == DiagnosisType.RENAL_CELL_CARCINOMA ? removal() : null;
        Provenance inPlace = removal == null ? chart.primaryInPlace() : null;
        if (removal != null) {
            return Finding.known(false, List.of(removal.provenance()));
        }
        return inPlace != null
                ? Finding.known(true, List.of(inPlace))
                : Finding.unknown(MissingFact.PRIMARY_IN_PLACE, "whether the primary tumour was removed");
    }

    private @Nullable ProcedureEvent removal() {
        Set<Laterality> sides = EnumSet.noneOf(Laterality.class);
        for (CodedCondition row : chart.conditions()) {
            if (row.code().isPrimary(PrimaryCancers.RCC) && row.code().laterality() != null) {
                sides.add(row.code().laterality());
            }
        }
        for (ProcedureEvent procedure : chart.procedures(NEPHRECTOMY)) {
            Laterality side = procedure.laterality();
            boolean otherSide = side != null
                    && side != Laterality.BOTH
                    && sides.size() == 1
                    && !sides.contains(side)
                    && !sides.contains(Laterality.BOTH);
            if (!otherSide) {
                return procedure;
            }
        }
        return null;
    }

    /**
     * Returns whether progression is limited to few sites. More new sites than the profile's count say no; a report that names it,
     * as the latest word on the latest line, says yes. Otherwise a record does not show how many of the known sites are growing.
     */
    Finding<Boolean> oligoprogression(TherapyHistory therapy, List<MetastaticSite> sites) {
        List<Provenance> fresh = new ArrayList<>();
        int freshSites = 0;
        for (MetastaticSite site : sites) {
            if (site.appearance() == MetastaticSite.Appearance.NEW) {
                fresh.addAll(site.provenance());
                freshSites++;
            }
        }
        List<Provenance> named = fewSitesNamed(therapy);
        boolean many = freshSites > chart.profile().oligoprogressionSites();
        if (many != named.isEmpty()) {
            return Finding.unknown(MissingFact.METASTATIC_SITES, OPEN_SITES);
        }
        return many ? Finding.known(false, fresh) : Finding.known(true, named);
    }

    private List<Provenance> fewSitesNamed(TherapyHistory therapy) {
        LineOfTherapy latest = therapy.latest();
        Progression progression = latest == null ? null : latest.progression().orNull();
        FhirDate progressed = progression == null || !progression.isProgression() ? null : progression.date();
        if (progressed == null) {
            return List.of();
        }
        List<Provenance> named = new ArrayList<>();
        for (StatusEvent event : chart.statuses()) {
            FhirDate date = event.date();
            if (event.fewSites()
                    && date != null
                    && Math.abs(Dates.days(progressed, date)) <= chart.profile().dateToleranceDays()) {
                named.add(event.provenance());
            }
        }
        return named;
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
                .anyMatch(row -> row.isMetastasis()
                        && row.since() != null
                        && !row.since().earliest().isAfter(day.latest()));
        return metastasis || chart.isStagedMetastaticBy(day.latest());
    }
}
