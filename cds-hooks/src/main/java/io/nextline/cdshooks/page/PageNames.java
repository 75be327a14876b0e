package io.nextline.cdshooks.page;

import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.evidence.Statement;
import io.nextline.core.trial.Trial;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which page is under which name. A statement's name is its id. A trial's is its id with every run of other characters than
 * ASCII letters, digits, dot and underscore as one hyphen: {@code lenvatinib+everolimus phase 2} is at {@code
 * lenvatinib-everolimus-phase-2}. Should two ids come to the same name, the later one in the base's order gets {@code -2}.
 * Immutable.
 */
final class PageNames {
    private static final Set<String> TAKEN = Set.of("style.css", "icon.svg");
    private static final int ALIKE = 3;
    private static final int MOST_NEAR = 6;

    private final Map<String, String> nameById = new LinkedHashMap<>();
    private final Map<String, String> idByName = new LinkedHashMap<>();
    private final Map<String, String> nameByLower = new LinkedHashMap<>();

    PageNames(EvidenceBase base) {
        base.statements().stream().map(Statement::id).forEach(this::add);
        base.trials().stream().map(Trial::id).forEach(this::add);
    }

    private void add(String id) {
        String plain = plain(id);
        String name = plain;
        for (int next = 2; idByName.containsKey(name) || TAKEN.contains(name); next++) {
            name = plain + "-" + next;
        }
        idByName.put(name, id);
        nameById.put(id, name);
        nameByLower.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
    }

    private static String plain(String id) {
        String plain = id.replaceAll("[^A-Za-z0-9._]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        return plain.isEmpty() ? "entry" : plain;
    }

    /** Returns the name of the page about a trial or statement of the base. */
    String of(String id) {
        String name = nameById.get(id);
        if (name == null) {
            throw new IllegalArgumentException("the base holds nothing called " + id);
        }
        return name;
    }

    /** Returns the id of what a page is about, or null if there is no such page. */
    @Nullable String id(String name) {
        return idByName.get(name);
    }

    /** Returns the name that was meant: another spelling, or the id itself; null if there is none. */
    @Nullable String meant(String asked) {
        String byId = nameById.get(asked);
        return byId == null ? nameByLower.get(plain(asked).toLowerCase(Locale.ROOT)) : byId;
    }

    /** Returns the names that begin most like what was asked for, the likest first. */
    List<String> near(String asked) {
        String wanted = plain(asked).toLowerCase(Locale.ROOT);
        return idByName.keySet().stream()
                .filter(name -> alike(wanted, name) >= ALIKE)
                .sorted(Comparator.comparingInt((String name) -> -alike(wanted, name)))
                .limit(MOST_NEAR)
                .toList();
    }

    private static int alike(String wanted, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int same = 0;
        while (same < wanted.length() && same < lower.length() && wanted.charAt(same) == lower.charAt(same)) {
            same++;
        }
        return same;
    }
}
