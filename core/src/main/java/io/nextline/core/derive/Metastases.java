package io.nextline.core.derive;

import io.nextline.core.fact.MetastaticSite.Appearance;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.fhir.Period;
import io.nextline.core.vocabulary.BodySite;
import io.nextline.core.vocabulary.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The metastases of the patient's cancer by organ. A row that is tied to another cancer is none of them (hazard HZ-17). */
final class Metastases {

    private Metastases() {}

    /** Returns the rows of active metastases by organ, sorted by its name. */
    static SortedMap<String, List<CodedCondition>> active(Chart chart) {
        TreeMap<String, List<CodedCondition>> bySite = new TreeMap<>();
        for (CodedCondition row : chart.conditions()) {
            if (row.isMetastasis() && row.isActive()) {
                for (String site : sitesOf(row, chart)) {
                    bySite.computeIfAbsent(site, s -> new ArrayList<>()).add(row);
                }
            }
        }
        return bySite;
    }

    /** Returns whether an organ has its first metastasis after one day and by another; the day of recording alone proves none. */
    static boolean isNewSiteBetween(Chart chart, FhirDate after, @Nullable FhirDate until) {
        for (Map.Entry<String, List<CodedCondition>> site : active(chart).entrySet()) {
            FhirDate onset = firstOnset(site.getValue());
            if (onset != null
                    && onset.isSurelyAfter(after.latest())
                    && (until == null || !onset.earliest().isAfter(until.latest()))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the first onset, or null if a row gives none: it may be as old as the record. */
    private static @Nullable FhirDate firstOnset(List<CodedCondition> rows) {
        FhirDate first = null;
        for (CodedCondition row : rows) {
            Period period = row.condition().onset();
            FhirDate onset = period == null ? null : period.startOrEnd();
            if (onset == null) {
                return null;
            }
            first = Dates.earlier(first, onset);
        }
        return first;
    }

    /**
     * Returns whether an organ's metastases are new since the start of a line. A day of recording may lag behind the finding, so it
     * shows a new one only later than the profile's lag.
     */
    static Appearance appearance(List<CodedCondition> rows, @Nullable FhirDate lineStart, Profile profile) {
        if (lineStart == null) {
            return Appearance.UNKNOWN;
        }
        boolean allNew = true;
        for (CodedCondition row : rows) {
            FhirDate since = row.since();
            boolean byOnset = row.condition().onset() != null;
            if (since != null && !since.latest().isAfter(lineStart.earliest())) {
                return Appearance.OLD;
            }
            int lag = byOnset ? profile.dateToleranceDays() : profile.metastasisRecordingLagDays();
            allNew &= since != null && since.isSurelyAfter(lineStart.latest().plusDays(lag));
        }
        return allNew ? Appearance.NEW : Appearance.UNKNOWN;
    }

    private static Set<String> sitesOf(CodedCondition row, Chart chart) {
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
}
