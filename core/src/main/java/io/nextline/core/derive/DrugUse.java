package io.nextline.core.derive;

import io.nextline.core.fact.EndReason;
import io.nextline.core.fact.Provenance;
import io.nextline.core.fact.TreatmentSetting;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.Drug;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One entry's word that one anticancer drug was given or taken.
 *
 * @param drug the drug
 * @param givenness how surely it was given
 * @param start the first day it speaks of, or null if undated
 * @param end the last day it speaks of, or null if it names none
 * @param active whether it says that therapy goes on (an order or statement in force)
 * @param stopReason why therapy was stopped, or null if the entry gives no reason
 * @param reasonUnread whether the entry gives a reason that was not understood, and none that was
 * @param setting what the entry codes as the setting or intent, or null
 * @param provenance where it stands
 */
record DrugUse(
        Drug drug,
        Givenness givenness,
        @Nullable FhirDate start,
        @Nullable FhirDate end,
        boolean active,
        @Nullable EndReason stopReason,
        boolean reasonUnread,
        @Nullable TreatmentSetting setting,
        Provenance provenance) {

    /** Orders by first day, undated last, then by everything else, so that the order of entries never matters. */
    static final Comparator<DrugUse> ORDER = Comparator.comparing(DrugUse::start, Dates.NULLS_LAST)
            .thenComparing(DrugUse::end, Dates.NULLS_LAST)
            .thenComparing(use -> use.drug().name())
            .thenComparing(DrugUse::givenness)
            .thenComparing(DrugUse::provenance, Provenance.ORDER);

    /** Returns the last day it speaks of: the end, else the start; null if undated. */
    @Nullable FhirDate last() {
        return end != null ? end : start;
    }
}
