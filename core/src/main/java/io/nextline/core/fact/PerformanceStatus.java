package io.nextline.core.fact;

import io.nextline.core.fhir.FhirDate;
import org.jspecify.annotations.Nullable;

/**
 * ECOG performance status.
 *
 * @param ecog 0 to 5
 * @param karnofsky the newest Karnofsky score that is not too old, 0 to 100, or null; where ECOG was not recorded it was read from this
 * @param date when it was assessed
 * @param stale whether it is older than the profile allows on the day of evaluation
 */
public record PerformanceStatus(int ecog, @Nullable Integer karnofsky, FhirDate date, boolean stale) {

    /** Checks the range. */
    public PerformanceStatus {
        if (ecog < 0 || ecog > 5) {
            throw new IllegalArgumentException("ECOG performance status needs 0 <= score <= 5");
        }
    }
}
