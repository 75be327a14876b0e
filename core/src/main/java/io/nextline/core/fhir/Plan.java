package io.nextline.core.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A FHIR CarePlan or RequestGroup. A plan on record is a recommendation, never a therapy given: it is recognised so that it can be
 * left out knowingly. A drafted one stands for the orders that it contains.
 *
 * @param header type, id, version stamp
 * @param status draft, active and others; or null
 * @param intent proposal, plan, order; or null
 * @param subject whose it is, or null
 * @param contained the MedicationRequests and ServiceRequests contained in it, with the Medications they name
 */
public record Plan(
        ResourceHeader header,
        @Nullable String status,
        @Nullable String intent,
        @Nullable Reference subject,
        List<Resource> contained)
        implements Resource {

    /** Copies the list. */
    public Plan {
        contained = List.copyOf(contained);
    }
}
