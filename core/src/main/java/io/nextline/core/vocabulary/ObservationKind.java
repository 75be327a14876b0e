package io.nextline.core.vocabulary;

/** The kinds of observation that bear on the conclusions. */
public enum ObservationKind {
    ECOG("ecog"),
    KARNOFSKY("karnofsky"),
    HAEMOGLOBIN("haemoglobin"),
    /** Total calcium, not corrected for albumin. */
    CALCIUM("calcium"),
    CALCIUM_CORRECTED("calcium-corrected"),
    CALCIUM_IONISED("calcium-ionised"),
    ALBUMIN("albumin"),
    /** The absolute count, never a percentage. */
    NEUTROPHILS("neutrophils"),
    PLATELETS("platelets"),
    LDH("ldh"),
    DISEASE_STATUS("disease-status"),
    /** A response assessed by named criteria, such as RECIST. */
    TUMOUR_RESPONSE("tumour-response"),
    /** The impression of an imaging study, in words. */
    IMAGING_IMPRESSION("imaging-impression"),
    STAGE_GROUP("stage-group"),
    T_CATEGORY("t-category"),
    N_CATEGORY("n-category"),
    M_CATEGORY("m-category"),
    TUMOUR_MORPHOLOGY("tumour-morphology"),
    /** The tumour proportion score. */
    PD_L1("pd-l1"),
    EGFR("egfr"),
    ALK("alk"),
    KRAS("kras"),
    ROS1("ros1"),
    BRAF("braf"),
    /** A variant report whose gene stands in a component. */
    GENE_VARIANT("gene-variant"),
    /** The component that names the gene. */
    GENE("gene"),
    LINE_OF_THERAPY("line-of-therapy"),
    IMDC("imdc"),
    DEATH("death");

    private final String id;

    ObservationKind(String id) {
        this.id = id;
    }

    /** Returns the id used in the data files. */
    public String id() {
        return id;
    }
}
