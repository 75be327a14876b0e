package io.nextline.cdshooks.card;

import io.nextline.core.evidence.EvidenceVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The kinds of cards that were made so far; there are few, since they follow from the statements. Thread-safe. */
public final class CardKinds {

    private static final int MOST = 10_000;

    private final Map<List<Object>, CardKind> kinds = new ConcurrentHashMap<>();
    private volatile Consumer<CardKind> listener = kind -> {};

    /** Returns the kind of cards with these statements; the listener hears of a new one. */
    CardKind of(EvidenceVersion version, List<String> statements) {
        List<Object> key = List.of(version.version(), version.layer(), statements);
        CardKind known = kinds.get(key);
        if (known != null) {
            return known;
        }
        CardKind made = CardKind.of(version, statements);
        if (kinds.size() < MOST && kinds.putIfAbsent(key, made) == null) {
            listener.accept(made);
        }
        return made;
    }

    /**
     * Tells a listener of all kinds: of those known at once, of each new one when its first card is made, some perhaps twice. It is
     * called while a client waits, so it has to be quick and must not fail. It takes the place of an earlier listener.
     */
    public void tell(Consumer<CardKind> to) {
        listener = to;
        kinds.values().forEach(to);
    }
}
