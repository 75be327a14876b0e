package io.nextline.cdshooks.card;

import io.nextline.core.trial.Trial;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The trials of the evidence base, each put into the words of cards when a card first needs it. Thread-safe. */
final class TrialTexts {

    private final CardSources sources;
    private final Map<String, Trial> trials = new LinkedHashMap<>();
    private final Map<String, TrialText> texts = new ConcurrentHashMap<>();

    TrialTexts(Collection<Trial> trials, CardSources sources) {
        this.sources = sources;
        trials.forEach(trial -> this.trials.put(trial.id(), trial));
    }

    /** Returns every trial. */
    Collection<Trial> all() {
        return trials.values();
    }

    /** Returns the trial of that id, or null. */
    @Nullable Trial trial(String id) {
        return trials.get(id);
    }

    /** Returns the words for the trial of that id, or null. */
    @Nullable TrialText text(String id) {
        Trial trial = trials.get(id);
        return trial == null ? null : text(trial);
    }

    /** Returns the words for one of the trials. */
    TrialText text(Trial trial) {
        return texts.computeIfAbsent(trial.id(), id -> new TrialText(trial, sources));
    }
}
