package io.nextline.core.evidence;

import io.nextline.core.fact.MissingFact;
import java.util.List;

/**
 * A missing fact and the statements that wait for it.
 *
 * @param fact what is missing
 * @param details what exactly would close the gap, in words
 * @param decides the ids of the open statements that it would help to decide, in the order of the base
 */
public record RankedGap(MissingFact fact, List<String> details, List<String> decides) {

    /** Copies the lists. */
    public RankedGap {
        details = List.copyOf(details);
        decides = List.copyOf(decides);
    }
}
