package io.nextline.core.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * FHIR MedicationStatement (and R5's of the same name): what is said to have been taken.
 *
 * @param header type, id, version stamp
 * @param status active, completed, entered-in-error, intended, stopped, on-hold, unknown, not-taken; R5: recorded, draft; or null
 * @param statusReason why it was stopped or not taken; R5's {@code adherence} code and reason stand at its end
 * @param content what the drug is
 * @param subject whose it is, or null
 * @param occurrence {@code effective[x]}, or null
 * @param dateAsserted when it was said, or null
 * @param category as sent
 * @param reasonCode why it is taken
 * @param extension extensions with readable values
 */
public record MedicationStatement(
        ResourceHeader header,
        @Nullable String status,
        List<CodeableConcept> statusReason,
        MedicationContent content,
        @Nullable Reference subject,
        @Nullable Period occurrence,
        @Nullable FhirDate dateAsserted,
        List<CodeableConcept> category,
        List<CodeableConcept> reasonCode,
        List<Extension> extension)
        implements MedicationUse {

    /** Copies the lists. */
    public MedicationStatement {
        statusReason = List.copyOf(statusReason);
        category = List.copyOf(category);
        reasonCode = List.copyOf(reasonCode);
        extension = List.copyOf(extension);
    }
}
