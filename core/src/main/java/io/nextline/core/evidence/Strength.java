package io.nextline.core.evidence;

/** How strong the evidence behind a statement is, strongest first. */
public enum Strength {
    /** A randomised phase 3 trial in this population. */
    RCT("RCT", "randomised phase 3 trial in this population"),
    /** A randomised trial whose population or era differs. */
    RCT_X("RCT-X", "randomised trial, other population or era"),
    /** A phase 1 or 2 trial, single-arm or small. */
    P2("P2", "phase 1/2 trial"),
    /** A retrospective series. */
    RETRO("RETRO", "retrospective series"),
    /** The judgement of a review or of a trial's authors. */
    EXPERT("EXPERT", "experts' judgement"),
    /** A trial still under way according to its source. */
    INVEST("INVEST", "under investigation");

    private final String id;
    private final String display;

    Strength(String id, String display) {
        this.id = id;
        this.display = display;
    }

    /** Returns the published name. */
    public String id() {
        return id;
    }

    /** Returns the name for people. */
    public String display() {
        return display;
    }
}
