package io.nextline.cdshooks.card;

import io.nextline.core.trial.Citation;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells where a trial's figures are published. */
final class SourceText {

    private SourceText() {}

    /**
     * Returns the citation in one line.
     *
     * @param review the entry of the base for the document that tells of the trial, or null
     */
    static String of(Trial trial, @Nullable Trial review) {
        Citation citation = trial.citation();
        List<String> parts = new ArrayList<>();
        add(parts, "", citation.journal());
        add(parts, "", trial.nct());
        add(parts, "PMID ", citation.pmid());
        add(parts, "doi ", citation.doi());
        if (citation.journal() == null && citation.pmid() == null && citation.doi() == null) {
            parts.add(told(citation, review));
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

    private static String told(Citation citation, @Nullable Trial review) {
        String place = citation.locator() == null ? "" : ", " + Markdown.line(citation.locator());
        if (review == null) {
            return "as told in " + Markdown.line(citation.document()) + place;
        }
        String journal = review.citation().journal();
        String where = journal == null ? "" : " (" + Markdown.line(journal) + ")";
        return "as told in the " + Markdown.line(review.shortName()) + where + place;
    }
}
