package io.nextline.core.fact;

import io.nextline.core.fhir.FhirDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of adjuvant (or consolidating) immune checkpoint inhibitor therapy.
 *
 * @param line the line it was
 * @param relapse whether the cancer came back during it or afterwards
 * @param relapseDate when it came back, or null if it did not or undated
 * @param timing when, against the last dose; unknown when the dates do not tell
 * @param completed whether it was given to its planned end
 * @param daysFromLastDose days from the last dose to the relapse; negative during therapy; null if not known
 */
public record AdjuvantIci(
        LineOfTherapy line,
        Finding<Boolean> relapse,
        @Nullable FhirDate relapseDate,
        Finding<Timing> timing,
        Finding<Boolean> completed,
        @Nullable Integer daysFromLastDose) {

    /** Returns whether the relapse surely came after the last dose, be it open whether within the window. */
    public boolean isRelapseAfterLastDose() {
        FhirDate last = line.end();
        return relapseDate != null && last != null && relapseDate.isSurelyAfter(last.latest());
    }

    /** When a relapse came. */
    public enum Timing {
        /** Before or on the day of the last dose. */
        DURING,
        /** After the last dose, within the profile's window. */
        WITHIN_WINDOW,
        /** After the window. */
        AFTER_WINDOW
    }
}
