package io.nextline.core.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a phrase means in a medication's wording.
 *
 * @param kind what kind of phrase it is
 * @param drugs the drugs it names or qualifies; none for a placeholder or filler
 * @param product a remark on the product, or null
 */
record DrugTerm(Kind kind, List<Drug> drugs, @Nullable String product) {

    /** Kinds of phrase. */
    enum Kind {
        NAME,
        BRAND,
        /** The brand of a product that is not for cancer. */
        OTHER_USE_BRAND,
        /** A strength or form that tells that the drug is not used for cancer. */
        OTHER_USE_WORD,
        /** A route that tells so. */
        OTHER_USE_ROUTE,
        /** What drugs are dissolved in. */
        DILUENT,
        /** Blinding or placebo: what was given is not known, whatever is named. */
        BLINDING,
        /** A study drug: not known unless it is named. */
        STUDY_DRUG,
        /** A word that stands where a name should be, or around it. */
        FILLER
    }

    static DrugTerm plain(Kind kind) {
        return new DrugTerm(kind, List.of(), null);
    }
}
