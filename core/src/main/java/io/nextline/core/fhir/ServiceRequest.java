package io.nextline.core.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * FHIR ServiceRequest: an order for a procedure. Read where it is drafted; it is never history.
 *
 * @param header type, id, version stamp
 * @param status draft, active and others; or null
 * @param intent proposal, plan, order and others; or null
 * @param doNotPerform true for an order not to do it, or null
 * @param code what is ordered (R5: {@code code.concept}), or null
 * @param subject whose it is, or null
 * @param bodySite where
 * @param authoredOn when it was ordered, or null
 * @param basedOn what it fulfils
 * @param supportingInfo what it rests on, for example a ResearchStudy
 * @param extension extensions with readable values
 */
public record ServiceRequest(
        ResourceHeader header,
        @Nullable String status,
        @Nullable String intent,
        @Nullable Boolean doNotPerform,
        @Nullable CodeableConcept code,
        @Nullable Reference subject,
        List<CodeableConcept> bodySite,
        @Nullable FhirDate authoredOn,
        List<Reference> basedOn,
        List<Reference> supportingInfo,
        List<Extension> extension)
        implements Resource {

    /** Copies the lists. */
    public ServiceRequest {
        bodySite = List.copyOf(bodySite);
        basedOn = List.copyOf(basedOn);
        supportingInfo = List.copyOf(supportingInfo);
        extension = List.copyOf(extension);
    }
}
