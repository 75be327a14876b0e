package io.nextline.core.vocabulary;

/** What a disease status or response value says. */
public enum DiseaseStatus {
    /** Progression. */
    WORSENED,
    /** Progression not yet confirmed (iRECIST iUPD); not progression. */
    UNCONFIRMED_PROGRESSION,
    STABLE,
    /** Response, partial or complete, or no evidence of disease. */
    IMPROVED,
    /** The status was looked at and could not be told. */
    UNDETERMINED;

    /** Returns whether it is confirmed progression. */
    public boolean isProgression() {
        return this == WORSENED;
    }
}
