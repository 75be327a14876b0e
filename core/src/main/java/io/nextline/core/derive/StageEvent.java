package io.nextline.core.derive;

import io.nextline.core.fact.Provenance;
import io.nextline.core.fact.Stage;
import io.nextline.core.fhir.FhirDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A stage that the record states.
 *
 * @param stage what is stated
 * @param date when, or null
 * @param provenance where
 */
record StageEvent(Stage stage, @Nullable FhirDate date, Provenance provenance) {

    /** By date, undated last, then by the rest, so that the order of entries never matters. */
    static final Comparator<StageEvent> ORDER = Comparator.comparing(StageEvent::date, Dates.NULLS_LAST)
            .thenComparing(StageEvent::stage)
            .thenComparing(StageEvent::provenance, Provenance.ORDER);
}
