package io.nextline.cdshooks.feedback;

import io.nextline.cdshooks.card.CardKind;
import io.nextline.cdshooks.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings kinds of cards to the store on a thread of its own, so that no call waits for it. What could not be kept is tried again with
 * the next kind or feedback; a process that dies in between tells it again when it next makes such a card. Thread-safe.
 */
final class KindKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KindKeeper.class);
    private static final long CLOSE_SECONDS = 5;

    private final FeedbackStore store;
    private final Queue<CardKind> waiting = new ConcurrentLinkedQueue<>();
    private final ThreadPoolExecutor thread;
    private volatile boolean begun;

    KindKeeper(FeedbackStore store) {
        this.store = store;
        this.thread = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread daemon = new Thread(work, "nextline-card-kinds");
            daemon.setDaemon(true);
            return daemon;
        });
        thread.allowCoreThreadTimeOut(true);
    }

    /** Takes a kind; returns at once. */
    void add(CardKind kind) {
        waiting.add(kind);
        flush();
    }

    /** Begins to keep: whoever opens the store is to be the first to use it, and to hear what is wrong with it. */
    void begin() {
        begun = true;
        flush();
    }

    /** Has what is waiting kept, once that has begun; returns at once. */
    void flush() {
        if (begun && !waiting.isEmpty()) {
            try {
                thread.execute(this::keep);
            } catch (RejectedExecutionException closed) {
                LOG.debug("the store is closed");
            }
        }
    }

    private void keep() {
        List<CardKind> kinds = new ArrayList<>();
        for (CardKind kind = waiting.poll(); kind != null; kind = waiting.poll()) {
            kinds.add(kind);
        }
        try {
            store.remember(kinds);
        } catch (StoreUnavailableException later) {
            waiting.addAll(kinds);
            LOG.debug("kinds of cards wait for the store");
        }
    }

    /** Waits for a moment until all is kept. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("kinds of cards were not kept; they are when such cards are made again");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
