package io.nextline.cdshooks.page;

import io.nextline.cdshooks.card.CardSources;
import io.nextline.core.trial.Citation;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names the documents behind the evidence: as cards do, and a document that is the report of one trial by that trial, since the name of
 * a file tells a reader nothing.
 */
final class PageSources {
    private final CardSources sources;
    private final Map<String, String> reports = new HashMap<>();

    PageSources(Collection<Trial> trials) {
        this.sources = new CardSources(trials);
        Map<String, List<String>> reported = new HashMap<>();
        for (Trial trial : trials) {
            Citation citation = trial.citation();
            boolean published = citation.pmid() != null || citation.doi() != null;
            if (trial.status() == Trial.Status.REPORTED && published) {
                reported.computeIfAbsent(citation.document(), document -> new ArrayList<>())
                        .add(trial.shortName());
            }
        }
        reported.forEach((document, names) -> {
            if (names.size() == 1 && document.endsWith(".txt")) {
                reports.put(document, "the report of " + names.get(0));
            }
        });
    }

    /** Returns a place in a document. */
    String place(String document, @Nullable String locator) {
        String report = reports.get(document);
        return report == null ? sources.place(document, locator) : report + (locator == null ? "" : ", " + locator);
    }

    /** Returns the place that a statement's source names, which starts with the document. */
    String place(String source) {
        int comma = source.indexOf(", ");
        return comma < 0 ? place(source, null) : place(source.substring(0, comma), source.substring(comma + 2));
    }
}
