package io.nextline.cdshooks.feedback;

import org.jspecify.annotations.Nullable;

/**
 * Why a card was overridden, as a CDS Hooks Coding.
 *
 * @param code the code
 * @param system the code system's URI
 * @param display the name for people, null if it was not sent
 */
public record Reason(String code, String system, @Nullable String display) {}
