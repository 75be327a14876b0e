package io.nextline.cdshooks.card;

import io.nextline.core.trial.Trial;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names the documents behind the evidence as a reader may find them, not as the base files them. */
public final class CardSources {

    private static final String WHOLE = "whole document";

    private final Map<String, String> names;

    /** Learns the names from the trials that stand for whole documents. */
    public CardSources(Collection<Trial> trials) {
        Map<String, String> found = new HashMap<>();
        for (Trial trial : trials) {
            String journal = trial.citation().journal();
            if (trial.status() == Trial.Status.CITED
                    && journal != null
                    && WHOLE.equals(trial.citation().locator())) {
                String name = Markdown.line(trial.shortName()) + " (" + Markdown.line(journal) + ")";
                found.putIfAbsent(trial.citation().document(), name);
            }
        }
        this.names = Map.copyOf(found);
    }

    /** Returns a place in a document. */
    public String place(String document, @Nullable String locator) {
        String name = names.get(document);
        return (name == null ? Markdown.line(document) : "the " + name)
                + (locator == null ? "" : ", " + Markdown.line(locator));
    }

    /** Returns the place that a statement's source names, which starts with the document. */
    public String place(String source) {
        int comma = source.indexOf(", ");
        return comma < 0 ? place(source, null) : place(source.substring(0, comma), source.substring(comma + 2));
    }
}
