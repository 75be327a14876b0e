package io.nextline.core.vocabulary;

/** What a condition says about a cancer. */
public enum DiagnosisKind {
    /** A primary cancer that the patient has. */
    PRIMARY,
    /** A metastasis. */
    SECONDARY,
    /** Cancer without a type or place. */
    UNSPECIFIC,
    /** In situ. */
    IN_SITU,
    /** A tumour of uncertain behaviour. */
    UNCERTAIN,
    /** A cancer of the past. */
    HISTORY,
    /** A cancer that is only suspected. */
    SUSPECTED,
    /** A cancer of a relative. */
    FAMILY_HISTORY
}
