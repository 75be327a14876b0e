package io.nextline.core.fact;

import io.nextline.core.vocabulary.Drug;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order that is drafted but not yet signed.
 *
 * @param reference the draft as {@code Type/id}, or the type alone for a draft without an id
 * @param drugs the anticancer drugs it names, sorted by name; empty for a procedure or another medication
 * @param procedure the kind of procedure it orders, by the vocabulary's id, or null
 * @param selected whether the clinician has selected it; absent selections mean all
 * @param research whether it belongs to a research study
 */
public record DraftOrder(
        String reference, List<Drug> drugs, @Nullable String procedure, boolean selected, boolean research) {

    /** Copies the drugs. */
    public DraftOrder {
        drugs = List.copyOf(drugs);
    }
}
