package io.nextline.core.fact;

import io.nextline.core.fhir.FhirDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organ with metastases.
 *
 * @param site the site's id, for example {@code lung}
 * @param since the earliest date on record, or null
 * @param appearance whether it is new since the start of the latest line
 * @param provenance the entries it was read from
 */
public record MetastaticSite(
        String site, @Nullable FhirDate since, Appearance appearance, List<Provenance> provenance) {

    /** Whether the metastases of an organ are new since the start of the latest line of therapy. */
    public enum Appearance {
        /** On record by the start of the line. */
        OLD("old"),
        /** First dated surely after the start of the line. */
        NEW("new"),
        /** Not told by the dates, or there is no line. */
        UNKNOWN("unknown");

        private final String id;

        Appearance(String id) {
            this.id = id;
        }

        /** Returns the id shown. */
        public String id() {
            return id;
        }
    }

    /** Creates one of which the dates do not tell whether it is new. */
    public MetastaticSite(String site, @Nullable FhirDate since, List<Provenance> provenance) {
        this(site, since, Appearance.UNKNOWN, provenance);
    }

    /** Copies the provenance. */
    public MetastaticSite {
        provenance = List.copyOf(provenance);
    }
}
