package io.nextline.cdshooks.feedback;

import io.nextline.cdshooks.card.CardKind;
import io.nextline.cdshooks.store.StoreUnavailableException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps feedback until the process ends, up to a number: for development and tests. Thread-safe. */
public final class InMemoryFeedbackStore implements FeedbackStore {

    private static final int MOST = 10_000;

    private final Map<String, ReceivedFeedback> rows = new LinkedHashMap<>();
    private final Map<String, CardKind> kinds = new HashMap<>();

    @Override
    public synchronized int append(List<ReceivedFeedback> feedback) {
        Map<String, ReceivedFeedback> fresh = new LinkedHashMap<>();
        for (ReceivedFeedback one : feedback) {
            String fingerprint = one.fingerprint();
            if (!rows.containsKey(fingerprint)) {
                fresh.putIfAbsent(fingerprint, one);
            }
        }
        if (rows.size() + fresh.size() > MOST) {
            throw new StoreUnavailableException("the memory for feedback is full; configure a database");
        }
        rows.putAll(fresh);
        return fresh.size();
    }

    @Override
    public synchronized void remember(List<CardKind> made) {
        made.forEach(kind -> kinds.putIfAbsent(kind.id(), kind));
    }

    @Override
    public void read(Period period, Consumer<KeptFeedback> to) {
        kept(period).forEach(to);
    }

    private synchronized List<KeptFeedback> kept(Period period) {
        return rows.entrySet().stream()
                .filter(row -> period.holds(row.getValue().receivedAt()))
                .sorted(Comparator.comparing((Map.Entry<String, ReceivedFeedback> row) ->
                                row.getValue().receivedAt())
                        .thenComparing(Map.Entry::getKey))
                .map(row -> new KeptFeedback(
                        row.getValue(),
                        kinds.get(CardKind.idOf(row.getValue().feedback().card()))))
                .toList();
    }

    @Override
    public void close() {}
}
