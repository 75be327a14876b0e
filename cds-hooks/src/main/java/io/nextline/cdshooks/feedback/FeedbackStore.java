package io.nextline.cdshooks.feedback;

import io.nextline.cdshooks.card.CardKind;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where feedback is kept. All methods throw {@link io.nextline.cdshooks.store.StoreUnavailableException} where they cannot do their
 * work at the moment; nothing of it is done then. Needs to be thread-safe.
 */
public interface FeedbackStore extends AutoCloseable {

    /**
     * Gets ready, so that the first feedback need not wait.
     *
     * @throws io.nextline.cdshooks.security.InvalidSettingsException if it is damaged, or cannot be used as it was configured
     */
    default void prepare() {}

    /**
     * Keeps feedback: what this returns for is not lost. Feedback that is there already is passed over.
     *
     * @return how many were new
     */
    int append(List<ReceivedFeedback> feedback);

    /** Keeps kinds of cards, so that feedback on such cards can be told by statement; those known already are passed over. */
    void remember(List<CardKind> kinds);

    /**
     * Reads feedback in the order of its arrival.
     *
     * @param period when it was received
     * @param to takes one after the other
     */
    void read(Period period, Consumer<KeptFeedback> to);

    @Override
    void close();
}
