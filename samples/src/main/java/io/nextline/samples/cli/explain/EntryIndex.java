package io.nextline.samples.cli.explain;

import io.nextline.cdshooks.page.story.Story;
import io.nextline.core.fact.Provenance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The entries that a story has referred to so far, each with a place on the page. Not thread-safe. */
final class EntryIndex {
    private static final int SHOWN = 8;

    private final Map<String, Used> used = new LinkedHashMap<>();

    /** An entry: its place, and what was read of it. */
    private record Used(String anchor, Set<String> read) {}

    /** Returns links to entries, and notes these. A very long list is cut; its rest is noted all the same. */
    List<Story.Source> link(List<Provenance> provenance) {
        List<Story.Source> links = new ArrayList<>();
        for (Provenance each : provenance) {
            Used entry = used.computeIfAbsent(
                    each.reference(), reference -> new Used("entry-" + (used.size() + 1), new TreeSet<>()));
            entry.read().add(read(each));
            if (links.size() < SHOWN) {
                links.add(new Story.Source(entry.anchor(), each.reference() + " (" + briefly(each) + ")"));
            }
        }
        int more = provenance.size() - SHOWN;
        if (more > 0) {
            Story.Source last = links.get(links.size() - 1);
            links.set(links.size() - 1, new Story.Source(last.anchor(), last.text() + " and " + more + " more"));
        }
        return links;
    }

    /** Returns the date, which tells entries apart; the rest stands beside the entry. */
    private static String briefly(Provenance provenance) {
        return provenance.date() == null
                ? provenance.element()
                : provenance.date().text();
    }

    private static String read(Provenance provenance) {
        return provenance.element()
                + (provenance.date() == null ? "" : ", " + provenance.date().text())
                + (provenance.basis() == null ? "" : ", " + provenance.basis());
    }

    /** Returns the entries noted, by type and id. */
    List<Story.Entry> entries() {
        List<Story.Entry> entries = new ArrayList<>();
        used.forEach((reference, entry) -> {
            int slash = reference.indexOf('/');
            String type = slash < 0 ? "" : reference.substring(0, slash);
            entries.add(
                    new Story.Entry(entry.anchor(), type, reference.substring(slash + 1), List.copyOf(entry.read())));
        });
        entries.sort(Comparator.comparing(Story.Entry::type).thenComparing(Story.Entry::id));
        return entries;
    }
}
