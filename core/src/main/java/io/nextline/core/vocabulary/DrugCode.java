package io.nextline.core.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a medication code means.
 *
 * @param drugs its ingredients
 * @param product a remark on the product, or null
 * @param otherUse whether the product is not for cancer
 */
record DrugCode(List<Drug> drugs, @Nullable String product, boolean otherUse) {}
