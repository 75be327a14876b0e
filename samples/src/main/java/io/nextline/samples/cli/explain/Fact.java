package io.nextline.samples.cli.explain;

import io.nextline.core.fact.Finding;
import io.nextline.core.fact.Gap;
import io.nextline.core.fact.Provenance;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One conclusion as it is told: a name with either a value and its sources, or the gap.
 *
 * @param name what it is about
 * @param value what was concluded, in words, or null while open
 * @param gap what would close it, or null once concluded
 * @param from the entries it rests on
 */
record Fact(String name, @Nullable String value, @Nullable Gap gap, List<Provenance> from) {

    Fact {
        from = List.copyOf(from);
    }

    static Fact known(String name, String value, List<Provenance> from) {
        return new Fact(name, value, null, from);
    }

    static <T> Fact of(String name, Finding<T> finding, Function<T, String> words) {
        return finding.fold(
                known -> known(name, words.apply(known.value()), known.provenance()),
                unknown -> new Fact(name, null, unknown.gap(), List.of()));
    }

    static Fact yesNo(String name, Finding<Boolean> finding) {
        return of(name, finding, value -> value ? "yes" : "no");
    }
}
