package io.nextline.cdshooks.card;

import io.nextline.core.trial.Citation;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells where a trial's figures are published. */
final class SourceText {

    private SourceText() {}

    /** Returns the citation in one line. */
    static String of(Trial trial, CardSources sources) {
        Citation citation = trial.citation();
        List<String> parts = new ArrayList<>();
        add(parts, "", citation.journal());
        add(parts, "", trial.nct());
        add(parts, "PMID ", citation.pmid());
        add(parts, "doi ", citation.doi());
        if (citation.journal() == null && citation.pmid() == null && citation.doi() == null) {
            parts.add("as told in " + sources.place(citation.document(), citation.locator()));
        }
        if (trial.dataCutoff() != null) {
            parts.add("data cut-off " + trial.dataCutoff());
        }
        return Markdown.line(trial.shortName()) + ": " + String.join("; ", parts);
    }

    private static void add(List<String> parts, String lead, @Nullable String value) {
        if (value != null) {
            parts.add(lead + Markdown.line(value));
        }
    }
}
