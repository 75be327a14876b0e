package io.nextline.core.trial;

import org.jspecify.annotations.Nullable;

/**
 * How often a harm occurred in one arm.
 *
 * @param id short name of the harm, the same in every arm
 * @param event the harm in words
 * @param arm the arm's id
 * @param count patients with it, out of those treated where the source prints how many
 * @param locator where in the cited document, or null
 */
public record Harm(
        String id,
        String event,
        String arm,
        Events count,
        @Nullable String locator) {}
