package io.nextline.core.derive;

import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.Stage;
import io.nextline.core.fact.TreatmentSetting;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.Drug;
import io.nextline.core.vocabulary.ProcedureKind;
import io.nextline.core.vocabulary.Profile;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a line of therapy was meant for (hazard HZ-02): as coded; else from what had happened by its start: metastases, drugs used in
 * advanced disease only, surgery before or after it, chemoradiation. What none of these settles stays unknown.
 */
final class SettingDeriver {

    private static final Set<ProcedureKind> KIDNEY_SURGERY = EnumSet.of(
            ProcedureKind.NEPHRECTOMY_RADICAL,
            ProcedureKind.NEPHRECTOMY_PARTIAL,
            ProcedureKind.NEPHRECTOMY,
            ProcedureKind.METASTASECTOMY);
    private static final Set<ProcedureKind> LUNG_SURGERY = EnumSet.of(ProcedureKind.LUNG_RESECTION);
    private static final Set<ProcedureKind> CHEMORADIATION = EnumSet.of(ProcedureKind.CHEMORADIATION);
    private static final Set<ProcedureKind> RADIOTHERAPY =
            EnumSet.of(ProcedureKind.RADIOTHERAPY, ProcedureKind.CHEMORADIATION);

    private final Chart chart;
    private final Profile profile;
    private final @Nullable DiagnosisType cancer;

    SettingDeriver(Chart chart, @Nullable DiagnosisType cancer) {
        this.chart = chart;
        this.profile = chart.profile();
        this.cancer = cancer;
    }

    /**
     * Returns the setting of a line.
     *
     * @param earlier the settings of the lines before it
     */
    TreatmentSetting of(LineDraft line, List<TreatmentSetting> earlier) {
        TreatmentSetting coded = coded(line);
        if (coded != null && coded != TreatmentSetting.CURATIVE) {
            return coded;
        }
        TreatmentSetting derived = derived(line, earlier);
        if (coded == TreatmentSetting.CURATIVE && !derived.isCurative()) {
            return derived == TreatmentSetting.ADVANCED ? TreatmentSetting.UNKNOWN : coded;
        }
        return derived;
    }

    private TreatmentSetting derived(LineDraft line, List<TreatmentSetting> earlier) {
        FhirDate start = line.start();
        boolean advanced = earlier.contains(TreatmentSetting.ADVANCED)
                || line.regimen().stream().anyMatch(this::isForAdvancedOnly)
                || metastasisBy(start, 0);
        if (advanced) {
            return TreatmentSetting.ADVANCED;
        }
        boolean metastasisSoonAfter = metastasisBy(start, profile.metastasisRecordingLagDays());
        TreatmentSetting surgical = start == null ? null : bySurgery(line, start);
        if (surgical != null) {
            return metastasisSoonAfter || hasUndatedMetastasis() ? TreatmentSetting.UNKNOWN : surgical;
        }
        // Metastases that are all dated later say nothing of this line, nor does the absence of surgery from the
        // record.
        return metastasisSoonAfter || (hasUndatedMetastasis() && !hasCurativeTreatment())
                ? TreatmentSetting.ADVANCED
                : TreatmentSetting.UNKNOWN;
    }

    private boolean hasUndatedMetastasis() {
        return chart.conditions().stream().anyMatch(row -> row.isMetastasis() && row.isActive() && row.since() == null)
                || chart.stages().stream().anyMatch(event -> event.stage() == Stage.METASTATIC && event.date() == null);
    }

    private static @Nullable TreatmentSetting coded(LineDraft line) {
        TreeSet<TreatmentSetting> settings = new TreeSet<>();
        for (DrugUse use : line.uses()) {
            if (use.setting() != null) {
                settings.add(use.setting());
            }
        }
        return settings.size() == 1 ? settings.first() : null;
    }

    private boolean isForAdvancedOnly(Drug drug) {
        return cancer != null && drug.impliesAdvanced(cancer.id());
    }

    /** A metastasis may be entered some weeks after it was found. */
    private boolean metastasisBy(@Nullable FhirDate start, int lagDays) {
        if (start == null) {
            return false;
        }
        LocalDate latest = start.latest().plusDays(lagDays);
        boolean metastasis = chart.conditions().stream()
                .filter(row -> row.isMetastasis())
                .anyMatch(row -> row.since() != null && !row.since().earliest().isAfter(latest));
        return (metastasis && !resectedBefore(start)) || chart.isStagedMetastaticBy(latest);
    }

    /** All known metastases may have been removed before adjuvant therapy; then none is active at its start. */
    private boolean resectedBefore(FhirDate start) {
        boolean metastasectomy = chart.procedures(EnumSet.of(ProcedureKind.METASTASECTOMY)).stream()
                .anyMatch(p -> p.date() != null
                        && p.date().isSurelyBefore(start.earliest().plusDays(1)));
        return metastasectomy && chart.conditions().stream().noneMatch(row -> row.isMetastasis() && row.isActive());
    }

    private @Nullable TreatmentSetting bySurgery(LineDraft line, FhirDate start) {
        if (cancer == DiagnosisType.RENAL_CELL_CARCINOMA) {
            boolean iciOnly = line.regimen().stream().allMatch(drug -> drug.isA("ICI"));
            return iciOnly && within(KIDNEY_SURGERY, start, profile.adjuvantAfterNephrectomyDays())
                    ? TreatmentSetting.ADJUVANT
                    : null;
        }
        if (cancer != DiagnosisType.NSCLC) {
            return null;
        }
        if (within(LUNG_SURGERY, start, profile.adjuvantAfterNephrectomyDays())) {
            return TreatmentSetting.ADJUVANT;
        }
        if (after(LUNG_SURGERY, start, profile.lineGapDays())) {
            return TreatmentSetting.NEOADJUVANT;
        }
        boolean iciOnly = line.regimen().stream().allMatch(drug -> drug.isA("ICI"));
        if (iciOnly) {
            return within(RADIOTHERAPY, start, profile.lineGapDays()) ? TreatmentSetting.CONSOLIDATION : null;
        }
        boolean concurrent = within(CHEMORADIATION, start, profile.lineWindowDays())
                || after(CHEMORADIATION, start, profile.lineWindowDays());
        return concurrent ? TreatmentSetting.CURATIVE : null;
    }

    private boolean within(Set<ProcedureKind> kinds, FhirDate start, int days) {
        return chart.procedures(kinds).stream()
                .anyMatch(p ->
                        p.date() != null && Dates.days(p.date(), start) >= 0 && Dates.days(p.date(), start) <= days);
    }

    private boolean after(Set<ProcedureKind> kinds, FhirDate start, int days) {
        return chart.procedures(kinds).stream()
                .anyMatch(p ->
                        p.date() != null && Dates.days(start, p.date()) > 0 && Dates.days(start, p.date()) <= days);
    }

    private boolean hasCurativeTreatment() {
        return !chart.procedures(KIDNEY_SURGERY).isEmpty()
                || !chart.procedures(LUNG_SURGERY).isEmpty()
                || !chart.procedures(RADIOTHERAPY).isEmpty();
    }
}
