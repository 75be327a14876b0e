package io.nextline.cdshooks.prefetch;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * In which state each prefetch key of one call came. The resources themselves are in the record.
 *
 * @param states the keys that were sent; the others are absent
 */
public record Prefetch(Map<PrefetchKey, PrefetchState> states) {

    /** Copies the states. */
    public Prefetch {
        EnumMap<PrefetchKey, PrefetchState> copy = new EnumMap<>(PrefetchKey.class);
        copy.putAll(states);
        states = Collections.unmodifiableMap(copy);
    }

    /** Returns the state of a key. */
    public PrefetchState of(PrefetchKey key) {
        return states.getOrDefault(key, PrefetchState.ABSENT);
    }

    /** Returns the required keys that were not answered, in the order of discovery. */
    public List<PrefetchKey> missing() {
        return Stream.of(PrefetchKey.values())
                .filter(key -> key.isRequired() && !of(key).isUsable())
                .toList();
    }
}
