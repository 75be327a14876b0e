package io.nextline.core.evidence;

/** Which publications the evidence base speaks from. */
public enum Layer {
    /** Only what the three source documents say. */
    SEED("seed"),
    /** The source documents and the dated later publications. */
    ALL("seed+update");

    private final String id;

    Layer(String id) {
        this.id = id;
    }

    /** Returns the published name. */
    public String id() {
        return id;
    }
}
