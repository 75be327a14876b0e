package io.nextline.cdshooks.card;

/**
 * Opens an observation for the clinician to fill in.
 *
 * @param description what it does, for the clinician
 * @param resource the observation, without a value
 */
public record CreateAction(String description, ObservationDraft resource) implements Action {}
