package io.nextline.cdshooks.fetch;

import io.nextline.cdshooks.prefetch.Prefetch;
import io.nextline.cdshooks.prefetch.PrefetchKey;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * In which state each prefetch key is after fetching.
 *
 * @param prefetch the states, of what came along and what was fetched alike
 * @param problems why keys could not be fetched that were wanted
 */
public record FetchedData(Prefetch prefetch, Map<PrefetchKey, FetchProblem> problems) {

    /** Copies the problems. */
    public FetchedData {
        EnumMap<PrefetchKey, FetchProblem> copy = new EnumMap<>(PrefetchKey.class);
        copy.putAll(problems);
        problems = Collections.unmodifiableMap(copy);
    }

    /** Returns what came along, where nothing was to be fetched. */
    public static FetchedData asSent(Prefetch prefetch) {
        return new FetchedData(prefetch, Map.of());
    }
}
