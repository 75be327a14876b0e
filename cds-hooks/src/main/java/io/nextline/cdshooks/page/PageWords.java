package io.nextline.cdshooks.page;

import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.evidence.Statement;
import io.nextline.core.trial.Trial;
import java.util.List;
import java.util.Objects;

/** What pages have in common: names, links, sources, the words of criteria. Immutable. */
final class PageWords {
    private final EvidenceBase base;
    private final PageNames names;
    private final PageSources sources;
    private final CriterionWords criteria = new CriterionWords();

    PageWords(EvidenceBase base) {
        this.base = base;
        this.names = new PageNames(base);
        this.sources = new PageSources(base.trials());
    }

    EvidenceBase base() {
        return base;
    }

    PageNames names() {
        return names;
    }

    PageLink link(Trial trial) {
        return new PageLink(trial.shortName(), names.of(trial.id()));
    }

    PageLink link(Statement statement) {
        return new PageLink(statement.id(), names.of(statement.id()));
    }

    /** Returns links to statements, by their ids; one that the base does not hold is left out. */
    List<PageLink> statements(List<String> ids) {
        return ids.stream()
                .map(base::statement)
                .filter(Objects::nonNull)
                .map(this::link)
                .toList();
    }

    CitationView citation(Trial trial) {
        return CitationView.of(trial, sources);
    }

    /** Returns where a statement is written. */
    String source(Statement statement) {
        return sources.place(statement.source());
    }

    CriterionWords criteria() {
        return criteria;
    }
}
