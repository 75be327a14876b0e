package io.nextline.core.fact;

/** The cancer that the evidence base speaks of, or that it does not. */
public enum DiagnosisType {
    /** Renal cell carcinoma; never urothelial cancer of the renal pelvis. */
    RENAL_CELL_CARCINOMA("renal-cell-carcinoma", "renal cell carcinoma"),
    /** Non-small cell lung cancer; a lung cancer of unstated type is not this. */
    NSCLC("nsclc", "non-small cell lung cancer"),
    /** Another cancer, or one whose type the record does not settle. */
    OTHER("other", "another cancer"),
    /** No cancer in the record. */
    NONE("none", "no cancer");

    private final String id;
    private final String display;

    DiagnosisType(String id, String display) {
        this.id = id;
        this.display = display;
    }

    /** Returns the published id. */
    public String id() {
        return id;
    }

    /** Returns the name for people. */
    public String display() {
        return display;
    }
}
