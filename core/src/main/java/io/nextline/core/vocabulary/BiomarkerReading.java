package io.nextline.core.vocabulary;

import java.util.List;

/**
 * What one result says of a biomarker.
 *
 * @param result whether the alteration was found
 * @param details the alterations named, in the vocabulary's own words, sorted; with an absent result those that were looked for
 */
public record BiomarkerReading(Result result, List<String> details) {

    /** Copies the details. */
    public BiomarkerReading {
        details = List.copyOf(details);
    }

    /** What was found. */
    public enum Result {
        PRESENT,
        ABSENT,
        /** A result that is no answer: equivocal, failed, of uncertain significance, contradictory. */
        OPEN
    }
}
