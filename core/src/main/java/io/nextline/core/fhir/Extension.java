package io.nextline.core.fhir;

import org.jspecify.annotations.Nullable;

/**
 * An extension with a value of a kind that Nextline reads; extensions of other kinds are not kept.
 *
 * @param url the extension's canonical URL
 * @param concept the value of {@code valueCodeableConcept} or {@code valueCoding}, or null
 * @param reference the value of {@code valueReference}, or null
 * @param date the value of {@code valueDate}, {@code valueDateTime}, or null
 * @param text the value of {@code valueString}, {@code valueCode} or {@code valueBoolean} as text, or null
 */
public record Extension(
        String url,
        @Nullable CodeableConcept concept,
        @Nullable Reference reference,
        @Nullable FhirDate date,
        @Nullable String text) {}
