package io.nextline.cdshooks.page;

import io.nextline.cdshooks.card.Link;
import io.nextline.cdshooks.card.PublicationLinks;
import io.nextline.core.trial.Citation;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a trial's figures are written.
 *
 * @param journal journal, year and pages, or null
 * @param links to the publication and the registry
 * @param ids the identifiers as text, for paper
 * @param places the places in the documents that were read
 */
record CitationView(@Nullable String journal, List<PageLink> links, String ids, List<String> places) {
    private static final Pattern REGISTERED = Pattern.compile("NCT\\d{8}");

    static CitationView of(Trial trial, PageSources sources) {
        Citation citation = trial.citation();
        List<PageLink> links = new ArrayList<>();
        for (Link link : PublicationLinks.of(trial)) {
            links.add(new PageLink(link.label(), link.url()));
        }
        List<String> ids = new ArrayList<>();
        id(ids, "PMID ", citation.pmid());
        id(ids, "PMCID ", citation.pmcid());
        id(ids, "doi ", citation.doi());
        String nct = trial.nct();
        if (nct != null && REGISTERED.matcher(nct).matches()) {
            links.add(new PageLink(nct + " at ClinicalTrials.gov", "https://clinicaltrials.gov/study/" + nct));
        }
        id(ids, "", nct);
        List<String> places = new ArrayList<>();
        places.add(sources.place(citation.document(), citation.locator()));
        citation.sources().forEach(source -> places.add(sources.place(source.document(), source.locator())));
        return new CitationView(
                citation.journal(),
                links,
                String.join("; ", ids),
                places.stream().distinct().toList());
    }

    private static void id(List<String> ids, String lead, @Nullable String id) {
        if (id != null) {
            ids.add(lead + id);
        }
    }

    /** Returns the citation in one line. */
    String line() {
        List<String> parts = new ArrayList<>();
        if (journal != null) {
            parts.add(journal);
        }
        if (!ids.isEmpty()) {
            parts.add(ids);
        }
        return parts.isEmpty() ? "as told in " + places.get(0) : String.join("; ", parts);
    }
}
