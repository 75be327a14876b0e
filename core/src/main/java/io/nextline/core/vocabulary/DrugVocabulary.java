package io.nextline.core.vocabulary;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The drugs by name, and their classes and groups. The class table is closed: a drug belongs to nothing that is not listed. */
public final class DrugVocabulary {

    private final SortedMap<String, Drug> byName = new TreeMap<>();
    private final SortedSet<String> classes;
    private final SortedSet<String> groups;

    DrugVocabulary(Collection<Drug> drugs, Set<String> classes, Set<String> groups) {
        for (Drug drug : drugs) {
            byName.put(drug.name(), drug);
        }
        this.classes = new TreeSet<>(classes);
        this.groups = new TreeSet<>(groups);
    }

    /** Returns the drug of that name, or null. */
    public @Nullable Drug find(String name) {
        return byName.get(name);
    }

    /** Returns all drugs, sorted by name. */
    public List<Drug> all() {
        return List.copyOf(byName.values());
    }

    /** Returns all classes, sorted. */
    public List<String> classes() {
        return List.copyOf(classes);
    }

    /** Returns whether the name is that of a drug, a class or a group. */
    public boolean isDrugOrClass(String name) {
        return byName.containsKey(name) || classes.contains(name) || groups.contains(name);
    }

    /** Returns the drugs of that name, class or group, sorted by name. */
    public List<Drug> members(String nameOrClass) {
        return byName.values().stream().filter(drug -> drug.isA(nameOrClass)).toList();
    }
}
