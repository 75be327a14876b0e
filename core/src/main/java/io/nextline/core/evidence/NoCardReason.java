package io.nextline.core.evidence;

/** Why there is no card. An empty answer always says which of these it was. */
public enum NoCardReason {
    NO_CANCER("no-cancer"),
    OTHER_CANCER("other-cancer"),
    TYPE_NOT_DETERMINED("type-not-determined"),
    NO_SYSTEMIC_THERAPY("no-systemic-therapy"),
    NOT_PROGRESSED("not-progressed"),
    PROGRESSION_UNKNOWN("progression-unknown"),
    NOT_METASTATIC("not-metastatic"),
    UNDER_18("under-18"),
    DECEASED("deceased"),
    READER_NOT_CLINICIAN("reader-not-clinician"),
    NOTHING_APPLIES("nothing-applies");

    private final String id;

    NoCardReason(String id) {
        this.id = id;
    }

    /** Returns the published name. */
    public String id() {
        return id;
    }
}
