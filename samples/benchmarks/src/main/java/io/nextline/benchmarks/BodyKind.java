package io.nextline.benchmarks;

/** The bodies that are measured: the same patient, of which more or less is sent. */
public enum BodyKind {
    /** 40 conditions, 100 medication requests, 300 observations and 30 procedures, about 313 kB. */
    PLAIN(1, false),
    /** The resources of {@link #PLAIN} with narratives as a server generates them, about 340 kB. */
    TYPICAL(1, true),
    /** Ten times the rows of {@link #TYPICAL}, about 3.4 MB. */
    LARGE(10, true);

    private final int factor;
    private final boolean narratives;

    BodyKind(int factor, boolean narratives) {
        this.factor = factor;
        this.narratives = narratives;
    }

    /** Returns how many times the usual number of rows there are. */
    int factor() {
        return factor;
    }

    /** Returns whether resources carry their narrative. */
    boolean hasNarratives() {
        return narratives;
    }
}
