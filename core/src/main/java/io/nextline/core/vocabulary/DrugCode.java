package io.nextline.core.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a medication code means.
 *
 * @param drugs its ingredients; none for a code that says "some cancer drug" and no more
 * @param product a remark on the product, or null
 * @param otherUse whether the product is not for cancer
 * @param system the name of its code system, for example {@code RxNorm}
 * @param level what kind of concept it is in its code system, or null where the system has one kind only
 */
record DrugCode(
        List<Drug> drugs,
        @Nullable String product,
        boolean otherUse,
        String system,
        @Nullable String level) {

    /** Returns the meaning of a code of that system and level. */
    DrugCode in(String codeSystem, @Nullable String ofLevel) {
        return new DrugCode(drugs, product, otherUse, codeSystem, ofLevel);
    }
}
