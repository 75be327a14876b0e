package io.nextline.cdshooks.prefetch;

/**
 * How the answer to a prefetch key came. The states are kept apart because each means something else: CDS Hooks lets a client
 * leave a key out, say {@code null} for "there is none", put an OperationOutcome in the place of data, and send a first page.
 */
public enum PrefetchState {
    /** The key was not sent: nothing is known. */
    ABSENT(false),
    /** {@code null}: the client knows that there is no such data. */
    NULL(true),
    /** An answer without resources: there is no such data. */
    EMPTY(true),
    /** Resources, read to the end. */
    SUPPLIED(true),
    /** Resources, but further pages of them were not read. */
    PAGED(true),
    /** The client's query failed and it says so with an OperationOutcome. */
    FAILED(false),
    /** What came is neither a resource nor a Bundle. */
    UNREADABLE(false);

    private final boolean usable;

    PrefetchState(boolean usable) {
        this.usable = usable;
    }

    /** Returns whether the key can be counted as answered, at least in part. */
    public boolean isUsable() {
        return usable;
    }
}
