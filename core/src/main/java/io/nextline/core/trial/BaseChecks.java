package io.nextline.core.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What must fit together across the trials of a base: names mean one thing, and updates lead somewhere. */
final class BaseChecks {
    private BaseChecks() {}

    /**
     * Returns what does not fit.
     *
     * @param trials the trials that could be read, by file name, in order
     * @param whole whether every file could be read, so that a name not found is truly not there
     */
    static List<Problem> problems(Map<String, Trial> trials, boolean whole) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> files = new HashMap<>();
        Set<String> ids = trials.values().stream().map(Trial::id).collect(Collectors.toSet());
        trials.forEach((file, trial) -> {
            String other = files.putIfAbsent(trial.id(), file);
            if (other != null) {
                problems.add(new Problem(file, "$.id", "repeats the id of " + other));
            }
            if (whole && trial.updates() != null && !ids.contains(trial.updates())) {
                problems.add(new Problem(file, "$.updates", "needs the id of a trial of the base"));
            }
        });
        return problems;
    }
}
