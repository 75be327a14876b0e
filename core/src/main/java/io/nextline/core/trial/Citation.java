package io.nextline.core.trial;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a trial's figures are written.
 *
 * @param document the document they were taken from
 * @param locator section or table row in it, or null
 * @param pmid PubMed id, or null where the document prints none
 * @param pmcid PubMed Central id, or null where the document prints none
 * @param doi DOI, or null where the document prints none
 * @param journal journal, year and pages, or null
 * @param sources further places that were used
 */
public record Citation(
        String document,
        @Nullable String locator,
        @Nullable String pmid,
        @Nullable String pmcid,
        @Nullable String doi,
        @Nullable String journal,
        List<Source> sources) {

    /** Copies the list. */
    public Citation {
        sources = List.copyOf(sources);
    }

    /**
     * A place in a document.
     *
     * @param document the document
     * @param locator section or table row
     */
    public record Source(String document, String locator) {}
}
