package io.nextline.cdshooks;

import io.nextline.core.evidence.NoCardReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a service answers: the response body, and why it holds no card. */
public final class CdsAnswer {

    private final byte[] body;
    private final List<String> cardIds;
    private final @Nullable NoCardReason noCardReason;

    CdsAnswer(byte[] body, List<String> cardIds, @Nullable NoCardReason noCardReason) {
        this.body = body;
        this.cardIds = cardIds;
        this.noCardReason = noCardReason;
    }

    /** Returns the CDS Hooks response as UTF-8 JSON; the array is not copied and is not to be changed. */
    public byte[] body() {
        return body;
    }

    /** Returns the ids of the cards, in their order. */
    public List<String> cardIds() {
        return cardIds;
    }

    /** Returns why there is no card, or null where there is one. */
    public @Nullable NoCardReason noCardReason() {
        return noCardReason;
    }
}
