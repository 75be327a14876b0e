package io.nextline.core.vocabulary;

/** The kinds of procedure that bear on the conclusions. */
public enum ProcedureKind {
    NEPHRECTOMY_RADICAL("nephrectomy-radical"),
    NEPHRECTOMY_PARTIAL("nephrectomy-partial"),
    /** A nephrectomy of unstated extent. */
    NEPHRECTOMY("nephrectomy"),
    /** A kidney removed or put in for transplantation; says nothing about a tumour. */
    NEPHRECTOMY_TRANSPLANT("nephrectomy-transplant"),
    LUNG_RESECTION("lung-resection"),
    METASTASECTOMY("metastasectomy"),
    ADRENALECTOMY("adrenalectomy"),
    BIOPSY("biopsy"),
    ABLATION("ablation"),
    /** Stereotactic body radiotherapy, or stereotactic radiotherapy without a named place. */
    SBRT("sbrt"),
    /** Stereotactic radiosurgery; the brain is meant only where the site says so. */
    SRS("srs"),
    /** Stereotactic treatment of a benign lesion. */
    SRS_BENIGN("srs-benign"),
    RADIOTHERAPY("radiotherapy"),
    CHEMORADIATION("chemoradiation"),
    SYSTEMIC_THERAPY("systemic-therapy");

    private final String id;

    ProcedureKind(String id) {
        this.id = id;
    }

    /** Returns the id used in the data files and in criteria. */
    public String id() {
        return id;
    }

    /** Returns whether a kidney, or part of it, was removed because of disease. */
    public boolean isNephrectomy() {
        return this == NEPHRECTOMY_RADICAL || this == NEPHRECTOMY_PARTIAL || this == NEPHRECTOMY;
    }

    /** Returns whether it is radiotherapy of a tumour. */
    public boolean isRadiotherapy() {
        return this == SBRT || this == SRS || this == RADIOTHERAPY || this == CHEMORADIATION;
    }
}
