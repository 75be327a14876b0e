package io.nextline.samples.cli.lint;

import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.trial.EvidenceException;
import io.nextline.core.trial.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder that is meant as an evidence base. Not thread-safe. */
public final class EvidenceFolder {

    private static final Map<String, String> KINDS = Map.of("trials", "trial", "statements", "statement");

    private final Path folder;
    private @Nullable EvidenceBase base;

    /** Names the folder; nothing is read yet. */
    public EvidenceFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Checks the whole folder.
     *
     * @return every problem, ordered by file and path; where schema and loader object to the same place, the loader's words
     * @throws UncheckedIOException if a file cannot be read
     */
    public List<Problem> problems() {
        Map<String, Problem> byPlace = new TreeMap<>();
        List<Problem> all = new ArrayList<>();
        for (Problem problem : fromLoader()) {
            byPlace.put(place(problem), problem);
            all.add(problem);
        }
        for (Problem problem : fromSchemas()) {
            if (!byPlace.containsKey(place(problem))) {
                all.add(problem);
            }
        }
        return all.stream().sorted(Problem.ORDER).toList();
    }

    /** Returns the evidence base that was loaded, or null as long as the folder has not been checked or has problems. */
    public @Nullable EvidenceBase base() {
        return base;
    }

    private static String place(Problem problem) {
        return problem.file() + ' ' + problem.path();
    }

    private List<Problem> fromLoader() {
        try {
            base = EvidenceBase.fromDirectory(folder);
            return List.of();
        } catch (EvidenceException unfit) {
            return unfit.problems();
        }
    }

    private List<Problem> fromSchemas() {
        List<Problem> problems = new ArrayList<>();
        try {
            for (Map.Entry<String, String> kind : new TreeMap<>(KINDS).entrySet()) {
                SchemaCheck check = SchemaCheck.of(kind.getValue());
                for (Path file : files(folder.resolve(kind.getKey()))) {
                    problems.addAll(check.check(file.getFileName().toString(), file));
                }
            }
            Path profile = folder.resolve("profile.json");
            if (Files.isRegularFile(profile)) {
                problems.addAll(SchemaCheck.of("profile").check("profile.json", profile));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a file of the folder cannot be read", unreadable);
        }
        return problems;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
