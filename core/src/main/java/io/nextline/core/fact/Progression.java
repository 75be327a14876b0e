package io.nextline.core.fact;

import io.nextline.core.fhir.FhirDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether the cancer progressed on or after a line of therapy.
 *
 * @param basis the rule that fired
 * @param date when it was seen, or null if not dated; for an inferred progression null
 * @param daysFromLastDose days from the last known dose of the line to that date, negative before it; for an inferred progression
 *     to the start of the next line; null if not known
 * @param rule what the rule concluded from, in words for a clinician; never text of the record
 */
public record Progression(
        ProgressionRule basis,
        @Nullable FhirDate date,
        @Nullable Integer daysFromLastDose,
        String rule) {

    /** How the record shows progression. */
    public enum Grade {
        /** A disease status, a response assessment, a report or a stop reason says so. */
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

    /** Returns how the record shows it. */
    public Grade grade() {
        return basis.grade();
    }

    /** Returns whether the cancer progressed, stated or inferred. */
    public boolean isProgression() {
        return grade() != Grade.NONE;
    }
}
