package io.nextline.core.trial;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which way a ratio points, against which way the arms' own figures point. Only a ratio whose interval leaves out 1 is held to
 * it: otherwise a median may well be shorter in the arm that the ratio favours.
 */
final class Direction {
    private Direction() {}

    /** Returns what contradicts the ratio, or null. */
    static @Nullable String contradiction(Result result, Effect effect) {
        if (effect.disputed() || effect.arm() == null || effect.reference() == null || !effect.excludesOne()) {
            return null;
        }
        ArmResult arm = result.arm(effect.arm()).orElse(null);
        ArmResult reference = result.arm(effect.reference()).orElse(null);
        if (arm == null || reference == null) {
            return null;
        }
        int favours = effect.value().compareTo(BigDecimal.ONE) * (effect.measure() == Effect.Measure.HR ? -1 : 1);
        int longer = difference(arm, reference, Direction::median);
        int more = difference(arm, reference, each -> rate(effect, each));
        boolean contradicted = favours * longer < 0 || favours * more < 0;
        return contradicted
                ? "points the other way than the figures of its arms; is an arm or the reference swapped?"
                : null;
    }

    private static int difference(
            ArmResult arm, ArmResult reference, Function<ArmResult, Optional<BigDecimal>> figure) {
        Optional<BigDecimal> one = figure.apply(arm);
        Optional<BigDecimal> other = figure.apply(reference);
        return one.isPresent() && other.isPresent() ? one.get().compareTo(other.get()) : 0;
    }

    private static Optional<BigDecimal> median(ArmResult arm) {
        return Optional.ofNullable(arm.median()).map(Median::value);
    }

    /** With a hazard ratio only a share at a time counts: a survival rate, not a response rate. */
    private static Optional<BigDecimal> rate(Effect effect, ArmResult arm) {
        return Optional.ofNullable(arm.rate())
                .filter(rate -> effect.measure() == Effect.Measure.OR || rate.at() != null)
                .map(Rate::percent);
    }
}
