package io.nextline.core.vocabulary;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the constants of an enum by the ids that the data files use. */
final class Ids {

    private Ids() {}

    /** Returns the constants by their names in lower case with hyphens. */
    static <E extends Enum<E>> Map<String, E> byName(E[] constants) {
        return by(
                constants, constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Returns the constants by an id of their own. */
    static <E extends Enum<E>> Map<String, E> by(E[] constants, Function<E, String> id) {
        Map<String, E> ids = new HashMap<>();
        for (E constant : constants) {
            ids.put(id.apply(constant), constant);
        }
        return ids;
    }

    /** Reads a required id; an unknown or missing one is a problem and gives the fallback. */
    static <E extends Enum<E>> E required(DataNode row, String key, Map<String, E> ids, E fallback) {
        E found = optional(row, key, ids);
        if (found == null && !row.get(key).isPresent()) {
            row.problem("needs the field " + key);
        }
        return found == null ? fallback : found;
    }

    /** Reads an optional id; an unknown one is a problem and gives null. */
    static <E extends Enum<E>> @Nullable E optional(DataNode row, String key, Map<String, E> ids) {
        String id = row.textOrNull(key);
        E found = id == null ? null : ids.get(id);
        if (id != null && found == null) {
            row.get(key).problem("knows no " + id + "; it must be one of " + new TreeSet<>(ids.keySet()));
        }
        return found;
    }
}
