package io.nextline.core.trial;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a study was done; every part is null where the source does not say.
 *
 * @param allocation randomised, single-arm or retrospective
 * @param ratio allocation ratio, for example {@code 1:1}
 * @param masking open-label or double-blind
 * @param centres multicentre or single-centre
 * @param control placebo
 * @param method how the allocation was made
 * @param blocks how it was blocked
 * @param strategy what kind of design it was called
 */
public record Design(
        @Nullable String allocation,
        @Nullable String ratio,
        @Nullable String masking,
        @Nullable String centres,
        @Nullable String control,
        @Nullable String method,
        @Nullable String blocks,
        @Nullable String strategy) {

    /** Says whether the source calls the study randomised. */
    public boolean randomised() {
        return "randomised".equals(allocation);
    }

    /** Returns what the source says of the design, in the order in which one reads it; empty where it says nothing. */
    public String text() {
        return Stream.of(allocation, ratio, masking, centres, control, strategy, method, blocks)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
