package io.nextline.core.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The code systems by the many ways in which senders write them: http or https, with a trailing slash, as an OID, in another
 * case, with a version after a bar. One system id stands for all editions that agree in the codes used here (ICD-10, its
 * clinical modification and its German modification).
 */
final class CodeSystems {

    private final Map<String, String> asWritten = new HashMap<>();
    private final Map<String, String> normalised = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> hierarchical = new HashSet<>();
    private final Set<String> patterned = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<String>> sentAs = new HashMap<>();

    /** Reads {@code systems.json}. */
    CodeSystems(DataNode file) {
        file.only(Set.of("systems", "sources"));
        for (DataNode row : file.list("systems")) {
            row.only(Set.of("id", "name", "uris", "codes", "sentAs", "mark", "source"));
            String id = row.text("id");
            ids.add(id);
            String name = row.textOrNull("name");
            names.put(id, name == null ? id : name);
            sentAs.put(id, row.texts("sentAs"));
            Codes.mark(row);
            String codes = row.textOrNull("codes");
            if ("prefixes".equals(codes)) {
                hierarchical.add(id);
            } else if ("patterns".equals(codes)) {
                patterned.add(id);
            } else if (codes != null) {
                row.problem("codes must be prefixes or patterns");
            }
            for (String uri : row.texts("uris")) {
                String before = normalised.put(normalise(uri), id);
                if (before != null && !before.equals(id)) {
                    row.problem("the URI " + uri + " stands for two systems");
                }
                asWritten.put(uri, id);
            }
        }
    }

    /** Returns the id of the system, or null if it is not one of ours. */
    @Nullable String id(@Nullable String uri) {
        if (uri == null) {
            return null;
        }
        String id = asWritten.get(uri);
        return id != null ? id : normalised.get(normalise(uri));
    }

    /** Returns the name of the system as a reader knows it; the id where the data give none. */
    String name(String id) {
        return names.getOrDefault(id, id);
    }

    /** Returns the ids of other systems under which senders put the codes of this one, too unlike theirs to be mistaken. */
    List<String> sentAs(String id) {
        return sentAs.getOrDefault(id, List.of());
    }

    /** Returns whether a code of this system stands for everything below it. */
    boolean isHierarchical(String id) {
        return hierarchical.contains(id);
    }

    /** Returns whether the codes of this system are given as patterns. */
    boolean isPatterned(String id) {
        return patterned.contains(id);
    }

    /** Reads a list of system ids; an unknown one is a problem. */
    Set<String> known(DataNode node, String key) {
        Set<String> listed = Set.copyOf(node.texts(key));
        for (String id : listed) {
            if (!isKnown(id)) {
                node.problem(key + " names " + id + ", which systems.json does not list");
            }
        }
        return listed;
    }

    /** Returns whether there is a system of this id. */
    boolean isKnown(String id) {
        return ids.contains(id);
    }

    private static String normalise(String uri) {
        String text = uri.strip().toLowerCase(Locale.ROOT);
        int bar = text.indexOf('|');
        if (bar >= 0) {
            text = text.substring(0, bar);
        }
        for (String scheme : SCHEMES) {
            if (text.startsWith(scheme)) {
                text = text.substring(scheme.length());
                break;
            }
        }
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        return text;
    }

    private static final List<String> SCHEMES =
            new ArrayList<>(List.of("https://www.", "http://www.", "https://", "http://", "urn:oid:"));
}
