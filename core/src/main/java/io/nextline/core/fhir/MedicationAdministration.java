package io.nextline.core.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * FHIR MedicationAdministration: a dose given, or not given.
 *
 * @param header type, id, version stamp
 * @param status in-progress, not-done, on-hold, completed, entered-in-error, stopped, unknown; or null
 * @param statusReason why it was not done or stopped
 * @param content what the drug is
 * @param subject whose it is, or null
 * @param occurrence {@code effective[x]} (R5: {@code occurence[x]}), or null
 * @param category inpatient, outpatient, community and local ones
 * @param reasonCode why it was given
 * @param extension extensions with readable values
 */
public record MedicationAdministration(
        ResourceHeader header,
        @Nullable String status,
        List<CodeableConcept> statusReason,
        MedicationContent content,
        @Nullable Reference subject,
        @Nullable Period occurrence,
        List<CodeableConcept> category,
        List<CodeableConcept> reasonCode,
        List<Extension> extension)
        implements MedicationUse {

    /** Copies the lists. */
    public MedicationAdministration {
        statusReason = List.copyOf(statusReason);
        category = List.copyOf(category);
        reasonCode = List.copyOf(reasonCode);
        extension = List.copyOf(extension);
    }
}
