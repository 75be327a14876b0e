package io.nextline.core.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * FHIR MedicationDispense: a drug handed over.
 *
 * @param header type, id, version stamp
 * @param status preparation, in-progress, cancelled, on-hold, completed, entered-in-error, stopped, declined, unknown; or null
 * @param statusReason why it was not dispensed
 * @param content what the drug is
 * @param subject whose it is, or null
 * @param occurrence {@code whenHandedOver}, else {@code whenPrepared}, or null
 * @param category as sent
 * @param extension extensions with readable values
 */
public record MedicationDispense(
        ResourceHeader header,
        @Nullable String status,
        List<CodeableConcept> statusReason,
        MedicationContent content,
        @Nullable Reference subject,
        @Nullable Period occurrence,
        List<CodeableConcept> category,
        List<Extension> extension)
        implements MedicationUse {

    /** Copies the lists. */
    public MedicationDispense {
        statusReason = List.copyOf(statusReason);
        category = List.copyOf(category);
        extension = List.copyOf(extension);
    }

    @Override
    public List<CodeableConcept> reasonCode() {
        return List.of();
    }
}
