package io.nextline.core.fact;

import io.nextline.core.fhir.FhirDate;
import org.jspecify.annotations.Nullable;

/**
 * Surgery, ablation or radiotherapy of a tumour that was done.
 *
 * @param kind which
 * @param procedure what was done, by the vocabulary's id
 * @param date when, or null if undated
 * @param provenance where it stands
 */
public record LocalTherapy(
        Kind kind, String procedure, @Nullable FhirDate date, Provenance provenance) {

    /** The kinds. */
    public enum Kind {
        /** An operation, ablation included. */
        SURGERY,
        /** Radiation, chemoradiation included. */
        RADIOTHERAPY
    }
}
