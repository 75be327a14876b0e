package io.nextline.core.fact;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything concluded about one patient on one day. Immutable.
 *
 * @param asOf the day of evaluation; later entries were left out
 * @param adult whether the patient is 18 or older on that day
 * @param circumstances death, pregnancy, lactation and comfort care, as far as recorded
 * @param diagnosis which cancer
 * @param stage how far it has spread now
 * @param therapy the lines of therapy
 * @param adjuvantIci the adjuvant checkpoint inhibitor therapy, or null if none is on record
 * @param metastaticSites organs with metastases, sorted by name
 * @param primaryInPlace whether the primary tumour is still there
 * @param oligoprogression whether progression is limited to few sites, by the profile's local count
 * @param recurrence whether the cancer came back after treatment with curative intent
 * @param performanceStatus ECOG
 * @param imdc the IMDC factors, or null for a cancer other than renal cell carcinoma
 * @param biomarkers the biomarkers, or null for a cancer other than non-small cell lung cancer
 * @param proposal what is drafted
 * @param warnings conflicts, unread rows and stale data, in our words
 */
public record PatientFacts(
        LocalDate asOf,
        Finding<Boolean> adult,
        Circumstances circumstances,
        Diagnosis diagnosis,
        Finding<Stage> stage,
        TherapyHistory therapy,
        @Nullable AdjuvantIci adjuvantIci,
        List<MetastaticSite> metastaticSites,
        Finding<Boolean> primaryInPlace,
        Finding<Boolean> oligoprogression,
        Finding<Boolean> recurrence,
        Finding<PerformanceStatus> performanceStatus,
        @Nullable Imdc imdc,
        @Nullable Biomarkers biomarkers,
        Proposal proposal,
        List<String> warnings) {

    /** Copies the lists. */
    public PatientFacts {
        metastaticSites = List.copyOf(metastaticSites);
        warnings = List.copyOf(warnings);
    }

    /** Returns whether any entry says that the patient has died; silence and {@code false} both mean alive. */
    public boolean deceased() {
        return !circumstances.death().isEmpty();
    }

    /** Returns whether a current pregnancy is recorded; its absence from the record says nothing. */
    public boolean pregnancy() {
        return !circumstances.pregnancy().isEmpty();
    }

    /** Returns whether hospice or comfort care is recorded as current. */
    public boolean inComfortCare() {
        return !circumstances.comfortCare().isEmpty();
    }
}
