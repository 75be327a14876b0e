package io.nextline.core.fact;

/** How far the cancer has spread now, which is not how far it had at diagnosis. */
public enum Stage {
    METASTATIC("metastatic"),
    LOCALLY_ADVANCED("locally-advanced"),
    LOCALISED("localised");

    private final String id;

    Stage(String id) {
        this.id = id;
    }

    /** Returns the published id; an unknown stage is published as {@code unknown}. */
    public String id() {
        return id;
    }
}
