package io.nextline.core.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is said of a range holds of every number in it; the numbers are drawn from a seed. */
@Tag("HZ-13")
final class MeasuredRangeTest {

    private static final int DRAWS = 5_000;
    private static final String[] COMPARATORS = {null, "<", "<=", ">", ">="};

    private final Random random = new Random(20261121);

    private BigDecimal number() {
        return BigDecimal.valueOf(random.nextInt(400), 1);
    }

    /** A number that a comparator and its bound allow. */
    private BigDecimal within(String comparator, BigDecimal bound) {
        BigDecimal step = BigDecimal.valueOf(1 + random.nextInt(50), 1);
        if (comparator == null) {
            return bound;
        }
        boolean atBound = comparator.endsWith("=") && random.nextInt(3) == 0;
        return atBound ? bound : comparator.startsWith("<") ? bound.subtract(step) : bound.add(step);
    }

    private MeasuredRange range(String comparator, BigDecimal bound) {
        return Objects.requireNonNull(MeasuredRange.of(comparator, bound));
    }

    private static void holds(MeasuredRange range, BigDecimal member, BigDecimal limit) {
        int order = member.compareTo(limit);
        assertThat(!range.isSurelyBelow(limit) || order < 0).isTrue();
        assertThat(!range.isSurelyAbove(limit) || order > 0).isTrue();
        assertThat(!range.isSurelyNotBelow(limit) || order >= 0).isTrue();
        assertThat(!range.isSurelyNotAbove(limit) || order <= 0).isTrue();
    }

    @Test
    void whatIsSureHoldsOfEveryNumberInTheRange() {
        for (int i = 0; i < DRAWS; i++) {
            String comparator = COMPARATORS[random.nextInt(COMPARATORS.length)];
            BigDecimal bound = number();
            holds(range(comparator, bound), within(comparator, bound), number());
            holds(range(comparator, bound), within(comparator, bound), bound);
        }
    }

    @Test
    void sumAndDifferenceHoldTheSumsAndDifferencesOfTheirNumbers() {
        BigDecimal factor = new BigDecimal("0.8");
        BigDecimal normal = new BigDecimal("4.0");
        for (int i = 0; i < DRAWS; i++) {
            String one = COMPARATORS[random.nextInt(COMPARATORS.length)];
            String two = COMPARATORS[random.nextInt(COMPARATORS.length)];
            BigDecimal a = number();
            BigDecimal b = number();
            MeasuredRange corrected = range(one, a).plus(range(two, b).lessThan(normal, factor));
            BigDecimal member =
                    within(one, a).add(normal.subtract(within(two, b)).multiply(factor));
            holds(corrected, member, number());
        }
    }

    @Test
    void oneNumberIsEitherBelowOrNot() {
        for (int i = 0; i < DRAWS; i++) {
            BigDecimal limit = number();
            MeasuredRange exact = MeasuredRange.exactly(number());
            assertThat(exact.isSurelyBelow(limit)).isNotEqualTo(exact.isSurelyNotBelow(limit));
            assertThat(exact.isSurelyAbove(limit)).isNotEqualTo(exact.isSurelyNotAbove(limit));
        }
    }

    @Test
    void unknownComparatorIsNoRange() {
        assertThat(MeasuredRange.of("ad", BigDecimal.ONE)).isNull();
        assertThat(MeasuredRange.of("~", BigDecimal.ONE)).isNull();
    }
}
