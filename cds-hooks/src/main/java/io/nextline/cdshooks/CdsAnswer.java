package io.nextline.cdshooks;

import io.nextline.core.evidence.NoCardReason;
import org.jspecify.annotations.Nullable;

/** What a service answers: the response body, and why it holds no card. */
public final class CdsAnswer {

    private final byte[] body;
    private final @Nullable NoCardReason noCardReason;

    CdsAnswer(byte[] body, @Nullable NoCardReason noCardReason) {
        this.body = body;
        this.noCardReason = noCardReason;
    }

    /** Returns the CDS Hooks response as UTF-8 JSON; the array is not copied and is not to be changed. */
    public byte[] body() {
        return body;
    }

    /** Returns why there is no card, or null where there is one. */
    public @Nullable NoCardReason noCardReason() {
        return noCardReason;
    }
}
