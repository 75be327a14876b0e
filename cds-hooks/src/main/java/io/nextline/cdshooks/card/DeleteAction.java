package io.nextline.cdshooks.card;

/**
 * Removes a draft.
 *
 * @param description what it does, for the clinician
 * @param resourceId the draft, as {@code MedicationRequest/id}
 */
public record DeleteAction(String description, String resourceId) implements Action {}
