package io.nextline.core.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads trial files, strictly: an unknown field, a figure that contradicts another, a reference to an arm that is not there
 * and a printed text that lacks its own numbers are all problems, and all of them are told. Safe for concurrent use.
 */
public final class TrialReader {
    private final JsonTree trees = new JsonTree();

    /**
     * Reads files that were held to every rule before they were packed. Their form is checked as ever; their figures are not
     * compared again, which takes most of the time.
     *
     * @param files content by file name
     * @return the trials in {@link Trial#ORDER}
     * @throws EvidenceException naming every problem of every file, if there is any
     */
    public static List<Trial> readChecked(Map<String, JsonNode> files) {
        List<Problem> problems = new ArrayList<>();
        List<Trial> trials = new ArrayList<>();
        new TreeMap<>(files).forEach((file, json) -> {
            Trial trial = TrialShapes.trial(new JsonFields(file, "$", json, problems));
            if (trial != null) {
                trials.add(trial);
            }
        });
        if (!problems.isEmpty()) {
            throw new EvidenceException(problems);
        }
        trials.sort(Trial.ORDER);
        return trials;
    }

    /**
     * Reads every file and checks them against each other.
     *
     * @param files content by file name
     * @return the trials in {@link Trial#ORDER}
     * @throws EvidenceException naming every problem of every file, if there is any
     */
    public List<Trial> readAll(Map<String, byte[]> files) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Trial> trials = new TreeMap<>();
        new TreeMap<>(files)
                .forEach((file, json) -> read(file, json, problems).ifPresent(trial -> trials.put(file, trial)));
        problems.addAll(BaseChecks.problems(trials, trials.size() == files.size()));
        if (!problems.isEmpty()) {
            throw new EvidenceException(problems);
        }
        return trials.values().stream().sorted(Trial.ORDER).toList();
    }

    /**
     * Reads one file.
     *
     * @param file its name, for problems
     * @param json its content, UTF-8
     * @param problems where to add what is wrong
     * @return the trial, or nothing if the file has a problem
     */
    public Optional<Trial> read(String file, byte[] json, List<Problem> problems) {
        JsonNode tree = tree(file, json, problems);
        if (tree == null) {
            return Optional.empty();
        }
        int before = problems.size();
        Trial trial = TrialShapes.trial(new JsonFields(file, "$", tree, problems));
        if (trial != null) {
            problems.addAll(TrialChecks.problems(file, trial));
        }
        return problems.size() == before ? Optional.ofNullable(trial) : Optional.empty();
    }

    private @Nullable JsonNode tree(String file, byte[] json, List<Problem> problems) {
        try {
            return trees.read(json);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            problems.add(new Problem(file, "$", "is not readable JSON" + place + ": " + e.getOriginalMessage()));
            return null;
        } catch (IOException e) {
            problems.add(new Problem(file, "$", "is not readable text; save it as UTF-8"));
            return null;
        }
    }
}
