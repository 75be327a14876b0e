package io.nextline.core.fhir;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Orders that are drafted and not yet signed, with the clinician's selection.
 *
 * @param resources the drafted resources that were read, in the order sent
 * @param selections the selected drafts as {@code Type/id}; null when the client names none, which means all
 */
public record DraftOrders(
        List<Resource> resources, @Nullable Set<String> selections) {

    /** No drafts. */
    public static final DraftOrders NONE = new DraftOrders(List.of(), null);

    /** Copies both. */
    public DraftOrders {
        resources = List.copyOf(resources);
        selections = selections == null ? null : Set.copyOf(selections);
    }

    /** Returns whether the draft is selected; without selections every draft is. */
    public boolean isSelected(ResourceHeader draft) {
        if (selections == null) {
            return true;
        }
        for (String selection : selections) {
            if (draft.isMeantBy(selection) || selection.equals(draft.id())) {
                return true;
            }
        }
        return false;
    }
}
