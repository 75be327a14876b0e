package io.nextline.core.derive;

import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.FhirDate;
import io.nextline.core.vocabulary.Laterality;
import io.nextline.core.vocabulary.ProcedureKind;
import org.jspecify.annotations.Nullable;

/**
 * A procedure that was done.
 *
 * @param kind what was done
 * @param laterality on which side, or null
 * @param date when, or null if undated
 * @param provenance where it stands
 */
record ProcedureEvent(
        ProcedureKind kind,
        @Nullable Laterality laterality,
        @Nullable FhirDate date,
        Provenance provenance) {}
