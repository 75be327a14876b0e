package io.nextline.core.vocabulary;

import io.nextline.core.fhir.Coding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Codes and what they mean. The code is looked up first and its system compared after, so that a code that is not listed costs
 * one probe. Rows marked unverified are read and checked, but never matched.
 *
 * @param <T> what a code means
 */
final class Codes<T> {

    private final CodeSystems systems;
    private final Map<String, Entry<T>> exact = new HashMap<>();
    private final PhraseTrie prefixes = new PhraseTrie();
    private final List<Entry<T>> byPrefix = new ArrayList<>();
    private final List<Entry<T>> byPattern = new ArrayList<>();

    private record Entry<T>(
            String system, String code, T value, @Nullable Entry<T> next) {}

    /** Creates an empty index. */
    Codes(CodeSystems systems) {
        this.systems = systems;
    }

    /** Returns whether the row is verified; a mark that is neither V nor U, or a missing source, is a problem. */
    static boolean mark(DataNode row) {
        String mark = row.text("mark");
        if (!mark.equals("V") && !mark.equals("U")) {
            row.problem("mark must be V (verified) or U (unverified)");
        }
        if (row.text("source").isEmpty()) {
            row.problem("needs a source tag");
        }
        return mark.equals("V");
    }

    /** Adds every code of a row with the fields {@code system}, {@code codes}, {@code mark} and {@code source}. */
    void add(DataNode row, T value) {
        String system = row.text("system");
        if (!systems.isKnown(system)) {
            row.problem("the system " + system + " is not listed in systems.json");
        }
        boolean verified = mark(row);
        List<String> codes = row.texts("codes");
        if (codes.isEmpty()) {
            row.problem("needs at least one code");
        }
        for (String code : codes) {
            if (verified && !put(system, code, value)) {
                row.problem("the code " + code + " stands twice with different meanings");
            }
        }
    }

    /** Adds a verified code, also where senders put its system's codes; returns false if it already means something else. */
    boolean put(String system, String code, T value) {
        boolean fresh = putUnder(system, code, value);
        for (String other : systems.sentAs(system)) {
            fresh &= putUnder(other, code, value);
        }
        return fresh;
    }

    /** Adds codes that stand for everything below them, whatever their system says: a row with {@code system} and {@code prefixes}. */
    void addPrefixes(DataNode row, T value) {
        for (String prefix : row.texts("prefixes")) {
            if (!putPrefix(row.text("system"), prefix, value)) {
                row.problem("the prefix " + prefix + " stands twice with different meanings");
            }
        }
    }

    private boolean putUnder(String system, String code, T value) {
        if (systems.isHierarchical(system)) {
            return putPrefix(system, code, value);
        }
        if (systems.isPatterned(system)) {
            byPattern.add(new Entry<>(system, code, value, null));
            return true;
        }
        for (Entry<T> e = exact.get(code); e != null; e = e.next) {
            if (e.system.equals(system)) {
                return e.value.equals(value);
            }
        }
        exact.put(code, new Entry<>(system, code, value, exact.get(code)));
        return true;
    }

    private boolean putPrefix(String system, String code, T value) {
        int before = prefixes.add(code.replace(".", ""), byPrefix.size());
        if (before != PhraseTrie.NONE) {
            return byPrefix.get(before).value.equals(value);
        }
        byPrefix.add(new Entry<>(system, code, value, null));
        return true;
    }

    /** Returns what a coding means, or null if it is not listed. */
    @Nullable T find(Coding coding) {
        String code = coding.code();
        if (code == null || code.isEmpty()) {
            return null;
        }
        T found = exactly(code, coding.system());
        if (found == null && hasLowerCase(code)) {
            found = exactly(code.toUpperCase(Locale.ROOT), coding.system());
        }
        return found != null || (byPrefix.isEmpty() && byPattern.isEmpty()) ? found : structured(code, coding.system());
    }

    private @Nullable T exactly(String code, @Nullable String uri) {
        Entry<T> e = exact.get(code);
        if (e == null) {
            return null;
        }
        String system = systems.id(uri);
        for (; e != null; e = e.next) {
            if (e.system.equals(system)) {
                return e.value;
            }
        }
        return null;
    }

    private @Nullable T structured(String code, @Nullable String uri) {
        int prefix = prefixes.longestPrefix(code);
        if (prefix != PhraseTrie.NONE) {
            Entry<T> entry = byPrefix.get(prefix);
            String system = systems.id(uri);
            boolean sameSystem = entry.system.equals(system)
                    || (system != null && systems.sentAs(entry.system).contains(system));
            return sameSystem ? entry.value : null;
        }
        if (byPattern.isEmpty() || code.length() != 7) {
            return null;
        }
        String system = systems.id(uri);
        for (Entry<T> entry : byPattern) {
            if (entry.system.equals(system) && matches(entry.code, code)) {
                return entry.value;
            }
        }
        return null;
    }

    /** Returns whether a code fits a pattern, in which ? is any character and [ab] is one of those. */
    private static boolean matches(String pattern, String code) {
        int p = 0;
        for (int i = 0; i < code.length(); i++, p++) {
            if (p >= pattern.length()) {
                return false;
            }
            char c = Character.toUpperCase(code.charAt(i));
            char wanted = pattern.charAt(p);
            if (wanted == '[') {
                int close = pattern.indexOf(']', p);
                if (pattern.substring(p + 1, close).indexOf(c) < 0) {
                    return false;
                }
                p = close;
            } else if (wanted != '?' && wanted != c) {
                return false;
            }
        }
        return p == pattern.length();
    }

    private static boolean hasLowerCase(String code) {
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c >= 'a' && c <= 'z') {
                return true;
            }
        }
        return false;
    }
}
