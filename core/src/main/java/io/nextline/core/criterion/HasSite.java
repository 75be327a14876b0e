package io.nextline.core.criterion;

import io.nextline.core.fact.Gap;
import io.nextline.core.fact.MetastaticSite;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;

/**
 * Is there a metastasis in this organ? The list of sites in a record is never known to be complete, so a missing site is open.
 *
 * @param site a site id of the vocabulary
 */
public record HasSite(String site) implements Criterion {

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        for (MetastaticSite found : facts.metastaticSites()) {
            if (found.site().equals(site)) {
                return Evaluation.of(true, "metastasis: " + site, found.provenance());
            }
        }
        return Evaluation.unknown(
                "no " + site + " metastasis on record, which does not exclude one",
                new Gap(MissingFact.METASTATIC_SITES, "all sites of metastasis"));
    }
}
