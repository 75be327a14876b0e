package io.nextline.core.vocabulary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a medication's codes and words say of its drugs being given for something other than cancer. */
final class OtherUses {

    private final List<DrugTerm> said = new ArrayList<>(2);

    void add(DrugTerm term) {
        said.add(term);
    }

    /** Returns whether the drug is given for something else; a brand made for cancer outweighs a strength. */
    boolean include(Drug drug, boolean branded) {
        for (DrugTerm term : said) {
            boolean outweighed = branded && term.kind() == DrugTerm.Kind.OTHER_USE_WORD;
            if (!outweighed && term.drugs().contains(drug)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the remark on one of these drugs: several drugs share the words that tell of another use. */
    @Nullable String remark(List<Drug> drugs) {
        for (DrugTerm term : said) {
            if (!Collections.disjoint(term.drugs(), drugs)) {
                return term.product();
            }
        }
        return null;
    }
}
