package io.nextline.samples.cli.lint;

import io.nextline.core.trial.EvidenceException;
import io.nextline.core.trial.Problem;
import io.nextline.core.trial.Trial;
import io.nextline.core.trial.TrialReader;
import io.nextline.fhir.evidence.EvidenceImport.ImportedTrial;
import io.nextline.samples.cli.input.UnreadableInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder {@code trials} of an evidence folder, when trials are put into it. Not thread-safe. */
public final class TrialFolder {

    private final Path folder;

    /** Names the folder; nothing is read yet. */
    public TrialFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * What was done.
     *
     * @param added trials that were not there
     * @param replaced trials that said something else
     * @param unchanged trials that were there already
     */
    public record Change(int added, int replaced, int unchanged) {}

    /**
     * Puts trials into the folder, once all of them fit each other and what is there.
     *
     * @param replace whether a trial that is there may be replaced
     * @throws EvidenceException naming every problem; nothing is written then
     */
    public Change put(List<ImportedTrial> trials, boolean replace) {
        SortedMap<String, byte[]> files = read();
        List<Problem> problems = new ArrayList<>();
        Map<String, String> names = new TreeMap<>();
        Map<String, Trial> present = present(files, names, problems);
        SortedMap<String, byte[]> written = new TreeMap<>();
        int replaced = 0;
        for (ImportedTrial each : trials) {
            Trial before = present.get(each.trial().id());
            if (each.trial().equals(before)) {
                continue;
            }
            String name = names.getOrDefault(each.trial().id(), each.fileName());
            if (files.containsKey(name) && !(replace && before != null)) {
                problems.add(new Problem(name, "$", taken(each, before != null)));
            }
            replaced += before == null ? 0 : 1;
            written.put(name, each.json().getBytes(StandardCharsets.UTF_8));
        }
        files.putAll(written);
        refuse(problems);
        new TrialReader().readAll(files);
        write(written);
        return new Change(written.size() - replaced, replaced, trials.size() - written.size());
    }

    private static String taken(ImportedTrial trial, boolean sameTrial) {
        return sameTrial
                ? "holds another version of " + trial.trial().id() + "; give --replace to replace it"
                : "is the file of another trial; rename it";
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new EvidenceException(problems);
        }
    }

    private static Map<String, Trial> present(
            SortedMap<String, byte[]> files, Map<String, String> names, List<Problem> problems) {
        TrialReader reader = new TrialReader();
        Map<String, Trial> trials = new TreeMap<>();
        files.forEach((name, json) -> reader.read(name, json, problems).ifPresent(trial -> {
            trials.put(trial.id(), trial);
            names.put(trial.id(), name);
        }));
        return trials;
    }

    private SortedMap<String, byte[]> read() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path :
                    paths.filter(each -> each.toString().endsWith(".json")).toList()) {
                files.put(String.valueOf(path.getFileName()), Files.readAllBytes(path));
            }
        } catch (IOException unreadable) {
            throw new UnreadableInputException(folder.toString(), "cannot be read", "Check its permissions");
        }
        return files;
    }

    private void write(SortedMap<String, byte[]> files) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException unwritable) {
            throw new UnreadableInputException(folder.toString(), "cannot be written to", "Check its permissions");
        }
    }
}
