package io.nextline.core.derive;

import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.DiagnosisKind;
import io.nextline.core.vocabulary.ProcedureKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The signs that a cancer came back after treatment with curative intent (ruling 9.10). */
final class RelapseEvents {

    private static final Set<ProcedureKind> CURATIVE_SURGERY = EnumSet.of(
            ProcedureKind.NEPHRECTOMY_RADICAL,
            ProcedureKind.NEPHRECTOMY_PARTIAL,
            ProcedureKind.NEPHRECTOMY,
            ProcedureKind.METASTASECTOMY,
            ProcedureKind.LUNG_RESECTION,
            ProcedureKind.CHEMORADIATION);

    /**
     * One sign of relapse.
     *
     * @param date when, or null if undated
     * @param provenance where it stands
     */
    record Relapse(@Nullable FhirDate date, Provenance provenance) {}

    private RelapseEvents() {}

    /** Returns the signs in the order of time, undated last. */
    static List<Relapse> of(Chart chart) {
        List<Relapse> found = new ArrayList<>();
        for (CodedCondition row : chart.conditions()) {
            if (row.isMetastasis() || (row.isRecurrence() && !row.isAnotherCancer())) {
                FhirDate date = row.isRecurrence() && row.code().kind() != DiagnosisKind.SECONDARY
                        ? recorded(row)
                        : row.since();
                found.add(new Relapse(date, row.provenance()));
            }
        }
        ProcedureEvent surgery = chart.firstProcedure(CURATIVE_SURGERY);
        for (StatusEvent event : chart.statuses()) {
            boolean afterSurgery = surgery == null
                    || surgery.date() == null
                    || event.date() == null
                    || event.date().isSurelyAfter(surgery.date().latest());
            if (event.isWorsened() && afterSurgery && !isTakenBack(event, chart)) {
                found.add(new Relapse(event.date(), event.provenance()));
            }
        }
        found.sort(Comparator.comparing(Relapse::date, Dates.NULLS_LAST)
                .thenComparing(Relapse::provenance, Provenance.ORDER));
        return found;
    }

    /** The words of a report do not stand against a status of the same days, or a later one, that says stable or response. */
    private static boolean isTakenBack(StatusEvent event, Chart chart) {
        FhirDate said = event.date();
        if (!event.isReportText() || said == null) {
            return false;
        }
        for (StatusEvent other : chart.statuses()) {
            FhirDate date = other.date();
            if (!other.isReportText()
                    && other.isFavourable()
                    && date != null
                    && Dates.mostDays(date, said) <= chart.profile().dateToleranceDays()) {
                return true;
            }
        }
        return false;
    }

    /** A recurring primary keeps the onset of the first diagnosis, so only the day of recording may date the recurrence. */
    private static @Nullable FhirDate recorded(CodedCondition row) {
        return row.condition().recordedDate();
    }
}
