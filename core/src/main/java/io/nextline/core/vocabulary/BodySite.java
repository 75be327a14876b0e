package io.nextline.core.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * An organ or region of the body.
 *
 * @param id for example {@code lung}, {@code lymph-node}
 * @param intracranial whether it lies within the skull
 * @param laterality the side, or null
 */
public record BodySite(
        String id, boolean intracranial, @Nullable Laterality laterality) {}
