package io.nextline.core.derive;

import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.FhirDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the course of the disease at a time.
 *
 * @param course what is said
 * @param source whether it was recorded as a status or stands in the words of a report
 * @param date when it was assessed, or null if undated
 * @param fewSites whether it says progression at few sites (oligoprogression)
 * @param provenance where it stands
 */
record StatusEvent(Course course, Source source, @Nullable FhirDate date, boolean fewSites, Provenance provenance) {

    /** By date, undated last, then by the rest, so that the order of entries never matters. */
    static final Comparator<StatusEvent> ORDER = Comparator.comparing(StatusEvent::date, Dates.NULLS_LAST)
            .thenComparing(StatusEvent::course, Comparator.reverseOrder())
            .thenComparing(StatusEvent::source)
            .thenComparing(StatusEvent::provenance, Provenance.ORDER);

    /** What a disease status, a response assessment or a report says; of one day the first named here counts. */
    enum Course {
        /** Progression; a confirmed one where the criteria ask for confirmation. */
        WORSENED,
        /** Progression that the criteria call unconfirmed (iRECIST iUPD), or that a report names with doubt. */
        UNCONFIRMED,
        STABLE,
        IMPROVED
    }

    /** Where it stands. A recorded status outweighs the words of a report. */
    enum Source {
        /** A disease status, a response assessment, or a coded conclusion. */
        STATUS,
        /** The words of a report. */
        REPORT_TEXT
    }

    boolean isWorsened() {
        return course == Course.WORSENED;
    }

    boolean isFavourable() {
        return course == Course.STABLE || course == Course.IMPROVED;
    }

    boolean isReportText() {
        return source == Source.REPORT_TEXT;
    }
}
