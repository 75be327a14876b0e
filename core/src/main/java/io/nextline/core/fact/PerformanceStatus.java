package io.nextline.core.fact;

import io.nextline.core.fhir.FhirDate;
import org.jspecify.annotations.Nullable;

/**
 * ECOG performance status, as one score or, where the record leaves several open, as a range of scores.
 *
 * @param best the lowest score that it may be, 0 to 5
 * @param worst the highest score that it may be, not below {@code best}
 * @param karnofsky the newest Karnofsky score that is not too old, 0 to 100, or null; where ECOG was not recorded it was read from this
 * @param date when it was assessed
 * @param stale whether it is, or may be, older than the profile allows on the day of evaluation
 */
public record PerformanceStatus(
        int best, int worst, @Nullable Integer karnofsky, FhirDate date, boolean stale) {

    /** Checks the range. */
    public PerformanceStatus {
        if (best < 0 || worst > 5 || worst < best) {
            throw new IllegalArgumentException("ECOG performance status needs 0 <= best <= worst <= 5");
        }
    }

    /** Creates a performance status of one score. */
    public PerformanceStatus(int ecog, @Nullable Integer karnofsky, FhirDate date, boolean stale) {
        this(ecog, ecog, karnofsky, date, stale);
    }

    /** Returns the score, or null if it is a range. */
    public @Nullable Integer ecog() {
        return best == worst ? Integer.valueOf(best) : null;
    }

    /** Returns the score or the range in words. */
    public String text() {
        return best == worst ? String.valueOf(best) : best + " to " + worst;
    }
}
