package io.nextline.cdshooks.operation;

import java.util.List;

/**
 * Several watches as one. Thread-safe if they are.
 *
 * @param watches asked in this order
 */
public record CallWatches(List<CallWatch> watches) implements CallWatch {

    public CallWatches {
        watches = List.copyOf(watches);
    }

    @Override
    public boolean mayAnswer() {
        for (CallWatch watch : watches) {
            if (!watch.mayAnswer()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean record(CallAccount account) {
        boolean recorded = true;
        for (CallWatch watch : watches) {
            recorded &= watch.record(account);
        }
        return recorded;
    }

    @Override
    public void ended(CallAccount account) {
        for (CallWatch watch : watches) {
            watch.ended(account);
        }
    }

    @Override
    public void visited(PageVisit visit) {
        for (CallWatch watch : watches) {
            watch.visited(visit);
        }
    }

    @Override
    public List<Reading> readings() {
        return watches.stream().flatMap(watch -> watch.readings().stream()).toList();
    }

    @Override
    public void stopped() {
        watches.forEach(CallWatch::stopped);
    }
}
