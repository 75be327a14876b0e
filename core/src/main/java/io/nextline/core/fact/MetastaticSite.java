package io.nextline.core.fact;

import io.nextline.core.fhir.FhirDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organ with metastases.
 *
 * @param site the site's id, for example {@code lung}
 * @param since the earliest date on record, or null
 * @param provenance the entries it was read from
 */
public record MetastaticSite(String site, @Nullable FhirDate since, List<Provenance> provenance) {

    /** Copies the provenance. */
    public MetastaticSite {
        provenance = List.copyOf(provenance);
    }
}
