package io.nextline.core.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * A biomarker of the vocabulary.
 *
 * @param id the public id
 * @param name the name for people
 * @param kind the observation that reports it
 * @param driver whether it is an alteration that trials of immunotherapy select by
 * @param variant the one alteration of the gene that counts, or null if any does
 */
public record Biomarker(
        String id,
        String name,
        ObservationKind kind,
        boolean driver,
        @Nullable String variant) {}
