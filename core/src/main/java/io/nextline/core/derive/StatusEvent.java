package io.nextline.core.derive;

import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.FhirDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the course of the disease at a time.
 *
 * @param course what is said
 * @param date when it was assessed, or null if undated
 * @param provenance where it stands
 */
record StatusEvent(Course course, @Nullable FhirDate date, Provenance provenance) {

    /** By date, undated last, then by the rest, so that the order of entries never matters. */
    static final Comparator<StatusEvent> ORDER = Comparator.comparing(StatusEvent::date, Dates.NULLS_LAST)
            .thenComparing(StatusEvent::course)
            .thenComparing(StatusEvent::provenance, Provenance.ORDER);

    /** What a disease status or a response assessment says. */
    enum Course {
        /** Progression; a confirmed one where the criteria ask for confirmation. */
        WORSENED,
        /** Progression that the criteria call unconfirmed (iRECIST iUPD). */
        UNCONFIRMED,
        STABLE,
        IMPROVED
    }
}
