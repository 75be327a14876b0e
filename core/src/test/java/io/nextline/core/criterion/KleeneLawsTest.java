package io.nextline.core.criterion;

import static io.nextline.core.criterion.Truth.FALSE;
import static io.nextline.core.criterion.Truth.TRUE;
import static io.nextline.core.criterion.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nextline.core.fact.Gap;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Composition of criteria follows Kleene's three-valued logic, and carries along what decided. */
@Tag("HZ-05")
final class KleeneLawsTest {

    private static final PatientFacts FACTS = TestFacts.facts().build();

    /** A criterion that always answers the same. */
    private record Fixed(Truth truth, String name) implements Criterion {

        @Override
        public Evaluation evaluate(PatientFacts facts) {
            return truth == UNKNOWN
                    ? Evaluation.unknown(name, new Gap(MissingFact.STAGE, name))
                    : Evaluation.of(truth == TRUE, name, List.of(TestFacts.from(name)));
        }
    }

    private static Criterion fixed(Truth truth) {
        return new Fixed(truth, truth.id());
    }

    private static Truth truth(Criterion criterion) {
        return criterion.evaluate(FACTS).truth();
    }

    static Stream<Arguments> triples() {
        List<Arguments> all = new ArrayList<>();
        for (Truth a : Truth.values()) {
            for (Truth b : Truth.values()) {
                for (Truth c : Truth.values()) {
                    all.add(Arguments.of(a, b, c));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("triples")
    void allOfIsFalseByOneFalsePartAndTrueByAllTrueParts(Truth a, Truth b, Truth c) {
        List<Truth> parts = List.of(a, b, c);
        Truth expected = parts.contains(FALSE) ? FALSE : parts.contains(UNKNOWN) ? UNKNOWN : TRUE;

        assertThat(truth(new AllOf(List.of(fixed(a), fixed(b), fixed(c))))).isEqualTo(expected);
        assertThat(a.and(b).and(c)).isEqualTo(expected).isEqualTo(c.and(b).and(a));
    }

    @ParameterizedTest
    @MethodSource("triples")
    void anyOfIsTrueByOneTruePartAndFalseByAllFalseParts(Truth a, Truth b, Truth c) {
        List<Truth> parts = List.of(a, b, c);
        Truth expected = parts.contains(TRUE) ? TRUE : parts.contains(UNKNOWN) ? UNKNOWN : FALSE;

        assertThat(truth(new AnyOf(List.of(fixed(a), fixed(b), fixed(c))))).isEqualTo(expected);
        assertThat(a.or(b).or(c)).isEqualTo(expected).isEqualTo(c.or(b).or(a));
    }

    @ParameterizedTest
    @MethodSource("triples")
    void negationTurnsAllIntoAny(Truth a, Truth b, Truth c) {
        Criterion notAll = new Not(new AllOf(List.of(fixed(a), fixed(b), fixed(c))));
        Criterion anyNot = new AnyOf(List.of(new Not(fixed(a)), new Not(fixed(b)), new Not(fixed(c))));

        assertThat(truth(notAll)).isEqualTo(truth(anyNot));
        assertThat(truth(new Not(new Not(fixed(a))))).isEqualTo(a);
    }

    @ParameterizedTest
    @MethodSource("triples")
    void allDistributesOverAny(Truth a, Truth b, Truth c) {
        assertThat(a.and(b.or(c))).isEqualTo(a.and(b).or(a.and(c)));
        assertThat(a.or(b.and(c))).isEqualTo(a.or(b).and(a.or(c)));
    }

    /** Settling open leaves of a composition never changes what was decided already. */
    @Test
    void settlingAnOpenPartNeverChangesADecidedComposition() {
        Random random = new Random(24);
        for (int i = 0; i < 2_000; i++) {
            List<Truth> leaves = Stream.generate(() -> List.of(Truth.values()).get(random.nextInt(3)))
                    .limit(6)
                    .toList();
            List<Truth> settled = leaves.stream()
                    .map(leaf -> leaf == UNKNOWN && random.nextBoolean() ? Truth.of(random.nextBoolean()) : leaf)
                    .toList();
            long shape = random.nextLong();
            Truth before = truth(tree(new Random(shape), leaves, 3));
            Truth after = truth(tree(new Random(shape), settled, 3));
            assertThat(before == UNKNOWN || before == after)
                    .as(leaves + " to " + settled)
                    .isTrue();
        }
    }

    private static Criterion tree(Random shape, List<Truth> leaves, int depth) {
        int kind = depth == 0 ? 3 : shape.nextInt(4);
        if (kind == 3) {
            return fixed(leaves.get(shape.nextInt(leaves.size())));
        }
        if (kind == 2) {
            return new Not(tree(shape, leaves, depth - 1));
        }
        List<Criterion> parts = List.of(tree(shape, leaves, depth - 1), tree(shape, leaves, depth - 1));
        return kind == 1 ? new AllOf(parts) : new AnyOf(parts);
    }

    @Test
    void onlyThePartsThatDecidedLendTheirEntriesAndGaps() {
        Evaluation all = new AllOf(List.of(
                        new Fixed(TRUE, "a"), new Fixed(UNKNOWN, "b"), new Fixed(UNKNOWN, "c"), new Fixed(TRUE, "d")))
                .evaluate(FACTS);
        assertThat(all.gaps()).extracting(Gap::detail).containsExactly("b", "c");
        assertThat(all.provenance()).isEmpty();
        assertThat(all.parts()).extracting(Evaluation::reason).containsExactly("a", "b", "c", "d");
        assertThat(all.reason()).isEqualTo("all of these");

        Evaluation any = new AnyOf(List.of(new Fixed(FALSE, "a"), new Fixed(TRUE, "b"), new Fixed(UNKNOWN, "c")))
                .evaluate(FACTS);
        assertThat(any.provenance()).containsExactly(TestFacts.from("b"));
        assertThat(any.gaps()).isEmpty();
        assertThat(any.reason()).isEqualTo("any of these");
        assertThat(any.parts()).hasSize(3);
    }

    @Test
    void aNegationKeepsWhatItsPartRestsOn() {
        Evaluation not = new Not(new Fixed(TRUE, "a")).evaluate(FACTS);
        assertThat(not.truth()).isEqualTo(FALSE);
        assertThat(not.provenance()).containsExactly(TestFacts.from("a"));
        assertThat(not.parts()).extracting(Evaluation::reason).containsExactly("a");
        assertThat(not.reason()).isEqualTo("not the following");
        assertThat(new Not(new Fixed(UNKNOWN, "b")).evaluate(FACTS).gaps())
                .extracting(Gap::detail)
                .containsExactly("b");
    }

    @Test
    void aCompositionNeedsAPart() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AllOf(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new AnyOf(List.of()));
    }

    @Test
    void truthIsPublishedInLowerCase() {
        assertThat(Truth.values()).extracting(Truth::id).containsExactly("false", "unknown", "true");
        assertThat(Truth.of(true)).isEqualTo(TRUE);
        assertThat(Truth.of(false)).isEqualTo(FALSE);
    }
}
