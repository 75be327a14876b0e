package io.nextline.cdshooks.prefetch;

import io.nextline.core.fhir.QueryAnswer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * In which state each prefetch key of one call came. The resources themselves are in the record.
 *
 * @param states the keys that were sent; the others are absent
 * @param unread the answers that have a further page to be read
 */
public record Prefetch(Map<PrefetchKey, PrefetchState> states, Map<PrefetchKey, QueryAnswer> unread) {

    /** Copies both. */
    public Prefetch {
        states = copy(states);
        unread = copy(unread);
    }

    /**
     * Makes one without unread pages.
     *
     * @param states the keys that were sent; the others are absent
     */
    public Prefetch(Map<PrefetchKey, PrefetchState> states) {
        this(states, Map.of());
    }

    private static <T> Map<PrefetchKey, T> copy(Map<PrefetchKey, T> given) {
        EnumMap<PrefetchKey, T> copy = new EnumMap<>(PrefetchKey.class);
        copy.putAll(given);
        return Collections.unmodifiableMap(copy);
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
