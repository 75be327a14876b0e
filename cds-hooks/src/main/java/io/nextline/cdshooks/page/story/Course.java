package io.nextline.cdshooks.page.story;

import io.nextline.core.fhir.FhirDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The course of a disease: rows of what lasted and what happened.
 *
 * @param rows from above
 */
public record Course(List<Row> rows) {
    /** Copies the rows. */
    public Course {
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param label what it is about
     * @param detail more of it, in words
     * @param stretches what lasted
     * @param events what happened
     */
    public record Row(String label, String detail, List<Stretch> stretches, List<Event> events) {
        /** Copies the lists. */
        public Row {
            stretches = List.copyOf(stretches);
            events = List.copyOf(events);
        }
    }

    /**
     * Something that lasted.
     *
     * @param from its first day as far as it is known, or null
     * @param to its last day as far as it is known, or null
     * @param ongoing whether it goes on
     */
    public record Stretch(@Nullable FhirDate from, @Nullable FhirDate to, boolean ongoing) {}

    /**
     * Something that happened.
     *
     * @param sign how it is drawn
     * @param date when, as far as it is known
     */
    public record Event(Sign sign, FhirDate date) {}

    /** The signs: shapes, since colour alone tells some readers nothing. */
    public enum Sign {
        /** Diagnosis: a diamond. */
        DIAGNOSIS,
        /** Surgery: a square. */
        SURGERY,
        /** Radiotherapy: a circle. */
        RADIOTHERAPY,
        /** Progression that the record states: a filled triangle. */
        PROGRESSION_STATED,
        /** Progression that was inferred: an open triangle. */
        PROGRESSION_INFERRED,
        /** A measurement: a small dot. */
        MEASUREMENT
    }
}
