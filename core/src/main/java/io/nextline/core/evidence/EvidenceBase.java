package io.nextline.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.trial.EvidenceException;
import io.nextline.core.trial.JsonFields;
import io.nextline.core.trial.Problem;
import io.nextline.core.trial.Trial;
import io.nextline.core.trial.TrialReader;
import io.nextline.core.vocabulary.Profile;
import io.nextline.core.vocabulary.Vocabulary;
import io.nextline.core.vocabulary.VocabularyException;
import io.nextline.core.vocabulary.VocabularySource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The evidence base: trials, the statements that rest on them, the vocabulary of codes and the thresholds. Loaded once from its
 * files and checked as a whole; afterwards immutable and safe for concurrent use.
 */
public final class EvidenceBase {

    private final String version;
    private final List<Trial> trials;
    private final Map<String, Trial> trialsById = new HashMap<>();
    private final List<Statement> statements;
    private final Map<String, Statement> statementsById = new HashMap<>();
    private final Map<DiagnosisType, List<Statement>> statementsByCancer = new EnumMap<>(DiagnosisType.class);
    private final Vocabulary vocabulary;
    private final Profile profile;

    private EvidenceBase(
            String version, List<Trial> trials, List<Statement> statements, Vocabulary vocabulary, Profile profile) {
        this.version = version;
        this.trials = List.copyOf(trials);
        this.statements = List.copyOf(statements);
        this.vocabulary = vocabulary;
        this.profile = profile;
        trials.forEach(trial -> trialsById.put(trial.id(), trial));
        statements.forEach(statement -> statementsById.put(statement.id(), statement));
        for (DiagnosisType cancer : DiagnosisType.values()) {
            statementsByCancer.put(
                    cancer,
                    statements.stream()
                            .filter(s -> s.cancers().contains(cancer))
                            .toList());
        }
    }

    /**
     * Loads the evidence base that ships with this jar. Takes some tenths of a second when the virtual machine is cold, so load
     * it once. The build has held its files to every rule; here they are only read.
     *
     * @throws EvidenceException naming every file that cannot be read
     */
    public static EvidenceBase bundled() {
        return load(new BundledFiles());
    }

    /**
     * Loads a whole evidence base from a directory laid out like the bundled one: {@code index.json} with the version, {@code
     * profile.json}, {@code trials} and {@code statements}. Every JSON file in the two folders is read. A file of {@code
     * vocabulary} that is not there is the bundled one.
     *
     * @throws EvidenceException naming every problem of every file, if there is any
     */
    public static EvidenceBase fromDirectory(Path directory) {
        return load(new DirectoryFiles(directory));
    }

    /** Reads the vocabulary and the trials side by side, since together they take most of the time. */
    private static EvidenceBase load(EvidenceFiles files) {
        List<Problem> vocabularyProblems = new ArrayList<>();
        CompletableFuture<@Nullable Vocabulary> reading =
                CompletableFuture.supplyAsync(() -> vocabulary(files.vocabulary(), vocabularyProblems));
        List<Problem> problems = new ArrayList<>();
        List<Trial> trials = files.checked() ? checkedTrials(files, problems) : trials(files, problems);
        StatementReader.Scope scope = scope(files, problems.isEmpty());
        SortedMap<String, JsonNode> statementFiles = EvidenceJson.readAll(files, EvidenceFiles.STATEMENTS, problems);
        Vocabulary vocabulary = reading.join();
        problems.addAll(vocabularyProblems);
        KnownNames names = new KnownNames(vocabulary);
        List<Statement> statements = new StatementReader(trials, scope, names, problems).readAll(statementFiles);
        String version = version(files, problems);
        Profile profile = new ProfileReader(names::isDrugOrClass, problems).read(files);
        if (!problems.isEmpty() || vocabulary == null || profile == null) {
            throw new EvidenceException(problems);
        }
        return new EvidenceBase(version, trials, statements, vocabulary, profile);
    }

    private static StatementReader.Scope scope(EvidenceFiles files, boolean trialsWhole) {
        if (!trialsWhole) {
            return StatementReader.Scope.WITHOUT_TRIALS;
        }
        return files.checked() ? StatementReader.Scope.FORM : StatementReader.Scope.ALL;
    }

    private static @Nullable Vocabulary vocabulary(VocabularySource source, List<Problem> problems) {
        try {
            return Vocabulary.load(source);
        } catch (VocabularyException e) {
            e.problems()
                    .forEach(each -> problems.add(
                            new Problem(each.file(), Populations.jsonPath("$" + each.path()), each.message())));
            return null;
        }
    }

    private static String version(EvidenceFiles files, List<Problem> problems) {
        byte[] json = files.file(EvidenceFiles.INDEX);
        if (json == null) {
            problems.add(new Problem(EvidenceFiles.INDEX, "$", "is missing; it names the version of the base"));
            return "";
        }
        JsonNode index = EvidenceJson.read(files, EvidenceFiles.INDEX, json, problems);
        return index == null ? "" : new JsonFields(EvidenceFiles.INDEX, "$", index, problems).text("version");
    }

    private static List<Trial> checkedTrials(EvidenceFiles files, List<Problem> problems) {
        try {
            return TrialReader.readChecked(EvidenceJson.readAll(files, EvidenceFiles.TRIALS, problems));
        } catch (EvidenceException e) {
            problems.addAll(e.problems());
            return List.of();
        }
    }

    /** Returns the trials; if some have problems, those that can be read, so that the statements can be checked too. */
    private static List<Trial> trials(EvidenceFiles files, List<Problem> problems) {
        SortedMap<String, byte[]> contents = files.folder(EvidenceFiles.TRIALS);
        if (contents.isEmpty()) {
            problems.add(EvidenceJson.missing(EvidenceFiles.TRIALS));
        }
        TrialReader reader = new TrialReader();
        try {
            return reader.readAll(contents);
        } catch (EvidenceException e) {
            problems.addAll(e.problems());
            List<Trial> readable = new ArrayList<>();
            contents.forEach(
                    (name, json) -> reader.read(name, json, new ArrayList<>()).ifPresent(readable::add));
            return readable;
        }
    }

    /** Returns the version of the base, as its index states it. */
    public String version() {
        return version;
    }

    /** Returns every trial, the seed layer before updates, each by id. */
    public List<Trial> trials() {
        return trials;
    }

    /** Returns the trial of that id, or null. */
    public @Nullable Trial trial(String id) {
        return trialsById.get(id);
    }

    /** Returns every statement in the order of the ids: DS-1, DS-2, …, UPD-1, …. */
    public List<Statement> statements() {
        return statements;
    }

    /** Returns the statements that speak of a cancer, in the order of the ids; none for a cancer outside the base. */
    public List<Statement> statements(DiagnosisType cancer) {
        return statementsByCancer.getOrDefault(cancer, List.of());
    }

    /** Returns the statement of that id, or null. */
    public @Nullable Statement statement(String id) {
        return statementsById.get(id);
    }

    /** Returns the vocabulary of codes. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Returns the thresholds. */
    public Profile profile() {
        return profile;
    }
}
