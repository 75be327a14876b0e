package io.nextline.core.fact;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A fact that the record establishes, or the gap that leaves it open. The absence of data is always the second, never a
 * negative answer.
 *
 * @param <T> what the fact is about
 */
public sealed interface Finding<T> {

    /**
     * An established fact.
     *
     * @param value what was established
     * @param provenance the entries it rests on, in a stable order; empty only where a rule concludes from the whole record
     */
    record Known<T>(T value, List<Provenance> provenance) implements Finding<T> {

        /** Copies the provenance. */
        public Known {
            provenance = List.copyOf(provenance);
        }
    }

    /**
     * An open fact.
     *
     * @param gap what is missing
     */
    record Unknown<T>(Gap gap) implements Finding<T> {}

    /** Returns an established fact. */
    static <T> Finding<T> known(T value, List<Provenance> provenance) {
        return new Known<>(value, provenance);
    }

    /** Returns an open fact. */
    static <T> Finding<T> unknown(MissingFact fact, String detail) {
        return new Unknown<>(new Gap(fact, detail));
    }

    /** Returns the value if it is known, else null. */
    default @Nullable T orNull() {
        return this instanceof Known<T> known ? known.value() : null;
    }

    /** Returns the result of whichever function fits. */
    default <R> R fold(Function<Known<T>, R> known, Function<Unknown<T>, R> unknown) {
        if (this instanceof Known<T> k) {
            return known.apply(k);
        }
        return unknown.apply((Unknown<T>) this);
    }
}
