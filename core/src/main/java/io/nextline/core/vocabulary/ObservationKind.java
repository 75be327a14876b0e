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
    MET("met"),
    RET("ret"),
    NTRK("ntrk"),
    HER2("her2"),
    /** A report about PD-L1 that may give one of several scores. */
    PD_L1_REPORT("pd-l1-report"),
    /** A variant report whose gene stands in a component. */
    GENE_VARIANT("gene-variant"),
    /** The component that names the gene. */
    GENE("gene"),
    /** The component that names the change of the protein. */
    PROTEIN_CHANGE("protein-change"),
    /** The component that says whether a variant is of the tumour or of the germ line. */
    SOURCE_CLASS("source-class"),
    LINE_OF_THERAPY("line-of-therapy"),
    IMDC("imdc"),
    PREGNANCY_STATUS("pregnancy-status"),
    /** The expected day of delivery. */
    DELIVERY_DATE("delivery-date"),
    LACTATION_STATUS("lactation-status"),
    VITAL_STATUS("vital-status"),
    /** Date or cause of death. */
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
