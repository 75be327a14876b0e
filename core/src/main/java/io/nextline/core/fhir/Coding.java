package io.nextline.core.fhir;

import org.jspecify.annotations.Nullable;

/**
 * A code in a code system, as sent.
 *
 * @param system the code system's URI as written, or null where the sender gave none
 * @param code the code as written, or null where only a display was sent
 * @param display the sender's wording, or null
 */
public record Coding(
        @Nullable String system,
        @Nullable String code,
        @Nullable String display) {}
