package io.nextline.core.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * FHIR Procedure: surgery, radiotherapy, or a course of systemic therapy.
 *
 * @param header type, id, version stamp
 * @param status preparation, in-progress, not-done, on-hold, stopped, completed, entered-in-error, unknown; or null
 * @param statusReason why it was not done or stopped
 * @param category as sent (R5's list and R4's single value alike)
 * @param code what was done, or null
 * @param subject whose it is, or null
 * @param performed {@code performed[x]} (R5: {@code occurrence[x]}), or null
 * @param bodySite where
 * @param reasonCode why
 * @param extension extensions with readable values, for example the intent
 */
public record Procedure(
        ResourceHeader header,
        @Nullable String status,
        List<CodeableConcept> statusReason,
        List<CodeableConcept> category,
        @Nullable CodeableConcept code,
        @Nullable Reference subject,
        @Nullable Period performed,
        List<CodeableConcept> bodySite,
        List<CodeableConcept> reasonCode,
        List<Extension> extension)
        implements Resource {

    /** Copies the lists. */
    public Procedure {
        statusReason = List.copyOf(statusReason);
        category = List.copyOf(category);
        bodySite = List.copyOf(bodySite);
        reasonCode = List.copyOf(reasonCode);
        extension = List.copyOf(extension);
    }
}
