package io.nextline.cdshooks.operation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code tracestate} headers, by W3C Trace Context: up to 32 entries {@code key=value}, each key once. */
final class TraceState {

    private static final int MOST_ENTRIES = 32;
    // What has to be passed on at least; entries that do not fit are left out from the end, as the recommendation has
    // it.
    private static final int MOST_CHARACTERS = 512;
    private static final Pattern KEY =
            Pattern.compile("[a-z][a-z0-9_*/-]{0,255}|[a-z0-9][a-z0-9_*/-]{0,240}@[a-z][a-z0-9_*/-]{0,13}");
    private static final Pattern VALUE = Pattern.compile("[ -+\\--<>-~]{0,255}[!-+\\--<>-~]");

    private TraceState() {}

    /** Returns one header's value for all of them; null where there is none, or where one is malformed. */
    static @Nullable String parse(List<String> headers) {
        Set<String> keys = new LinkedHashSet<>();
        StringBuilder state = new StringBuilder();
        boolean fits = true;
        for (String member : String.join(",", headers).split(",", -1)) {
            String entry = member.strip();
            if (entry.isEmpty()) {
                continue;
            }
            int equals = entry.indexOf('=');
            if (equals < 0 || !isEntry(entry, equals) || !keys.add(entry.substring(0, equals))) {
                return null;
            }
            fits = fits && state.length() + 1 + entry.length() <= MOST_CHARACTERS;
            if (fits) {
                state.append(state.isEmpty() ? "" : ",").append(entry);
            }
        }
        return state.isEmpty() || keys.size() > MOST_ENTRIES ? null : state.toString();
    }

    private static boolean isEntry(String entry, int equals) {
        return KEY.matcher(entry.substring(0, equals)).matches()
                && VALUE.matcher(entry.substring(equals + 1)).matches();
    }
}
