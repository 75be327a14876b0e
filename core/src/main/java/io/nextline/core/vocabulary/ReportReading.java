package io.nextline.core.vocabulary;

/** What the words of a report say of the course of the cancer. A denial ("no evidence of progression") says nothing. */
public enum ReportReading {
    /** A plain sentence says progression. */
    PROGRESSION,
    /** A plain sentence says progression at few sites (oligoprogression). */
    OLIGOPROGRESSION,
    /** Progression is named with doubt, or growth or a new lesion is described without the word. */
    POSSIBLE_PROGRESSION,
    /** Progression stands beside response, stability or its own denial. */
    MIXED,
    STABLE,
    /** Response, partial or complete. */
    IMPROVED;

    /** Returns whether the words say progression without doubt. */
    public boolean isProgression() {
        return this == PROGRESSION || this == OLIGOPROGRESSION;
    }
}
