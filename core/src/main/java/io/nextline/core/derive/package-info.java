/**
 * From the record to the facts: one deriver per fact, each a pure function of the admitted record, the vocabulary, the profile
 * and the day of evaluation. The gate comes first: what is retracted, planned, refuted or in the future is gone before
 * anything is read into meaning.
 */
@NullMarked
package io.nextline.core.derive;

import org.jspecify.annotations.NullMarked;
