package io.nextline.core.fact;

/** The facts that may be missing, by their published names. */
public enum MissingFact {
    DIAGNOSIS_TYPE("diagnosis-type"),
    HISTOLOGY("histology"),
    STAGE("stage"),
    PROGRESSION("progression"),
    PROGRESSION_DATE("progression-date"),
    THERAPY_HISTORY("therapy-history"),
    PRIOR_ICI("prior-ici"),
    THERAPY_SETTING("therapy-setting"),
    PERFORMANCE_STATUS("performance-status"),
    IMDC("imdc"),
    METASTATIC_SITES("metastatic-sites"),
    PRIMARY_IN_PLACE("primary-in-place"),
    BIOMARKERS("biomarkers"),
    BIRTH_DATE("birth-date");

    private final String id;

    MissingFact(String id) {
        this.id = id;
    }

    /** Returns the published name. */
    public String id() {
        return id;
    }
}
