package io.nextline.core.criterion;

import io.nextline.core.fact.Gap;
import io.nextline.core.fact.MetastaticSite;
import io.nextline.core.fact.MissingFact;
import io.nextline.core.fact.PatientFacts;

/** Is there a metastasis outside the brain? */
public record HasExtracranialSite() implements Criterion {

    @Override
    public Evaluation evaluate(PatientFacts facts) {
        for (MetastaticSite found : facts.metastaticSites()) {
            if (!found.site().equals("brain") && !found.site().equals("meninges")) {
                return Evaluation.of(true, "metastasis outside the brain: " + found.site(), found.provenance());
            }
        }
        return Evaluation.unknown(
                "no metastasis outside the brain on record, which does not exclude one",
                new Gap(MissingFact.METASTATIC_SITES, "all sites of metastasis"));
    }
}
