package io.nextline.core.trial;

import org.jspecify.annotations.Nullable;

/**
 * What one arm showed for one endpoint. An arm without figures stands for a comparison whose figures are not printed.
 *
 * @param arm the arm's id
 * @param median a median time, or null
 * @param rate a share, or null
 * @param events a count, or null
 */
public record ArmResult(
        String arm,
        @Nullable Median median,
        @Nullable Rate rate,
        @Nullable Events events) {}
