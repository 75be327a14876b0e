package io.nextline.core.vocabulary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The classes of drugs and the wider groups that they belong to, as {@code drugs.json} lists them. */
final class DrugClasses {

    private final Map<String, List<String>> groupsOfClass = new LinkedHashMap<>();

    /** Reads the object {@code classes}. */
    DrugClasses(DataNode classes) {
        classes.fields()
                .forEach((name, node) -> groupsOfClass.put(
                        name, node.only(Set.of("groups", "note")).texts("groups")));
    }

    /** Returns the groups of a drug's classes; a class that is not listed is a problem. */
    List<String> groupsOf(DataNode drug) {
        List<String> groups = new ArrayList<>();
        for (String drugClass : drug.texts("classes")) {
            List<String> of = groupsOfClass.get(drugClass);
            if (of == null) {
                drug.problem("the class " + drugClass + " is not among the classes");
                continue;
            }
            for (String group : of) {
                if (!groups.contains(group)) {
                    groups.add(group);
                }
            }
        }
        return groups;
    }

    Set<String> classes() {
        return groupsOfClass.keySet();
    }

    Set<String> groups() {
        Set<String> groups = new HashSet<>();
        groupsOfClass.values().forEach(groups::addAll);
        return groups;
    }
}
