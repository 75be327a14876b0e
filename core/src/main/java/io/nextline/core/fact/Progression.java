package io.nextline.core.fact;

import io.nextline.core.fhir.FhirDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether the cancer progressed on or after a line of therapy.
 *
 * @param grade how the record shows it
 * @param date when it was seen, or null if not dated; for an inferred progression null
 * @param rule which rule concluded it, in words for a clinician
 */
public record Progression(Grade grade, @Nullable FhirDate date, String rule) {

    /** How the record shows progression. */
    public enum Grade {
        /** A disease status, a response assessment or a stop reason says so. */
        STATED("stated"),
        /** The next line of therapy suggests it by a named rule. */
        INFERRED("inferred"),
        /** The record says the opposite: stable, improved, or ended for another reason. */
        NONE("none");

        private final String id;

        Grade(String id) {
            this.id = id;
        }

        /** Returns the published id; an open question is published as {@code unknown}. */
        public String id() {
            return id;
        }
    }

    /** Returns whether the cancer progressed, stated or inferred. */
    public boolean isProgression() {
        return grade != Grade.NONE;
    }
}
