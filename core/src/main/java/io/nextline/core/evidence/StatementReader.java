package io.nextline.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.trial.FigureText;
import io.nextline.core.trial.JsonFields;
import io.nextline.core.trial.Problem;
import io.nextline.core.trial.Trial;
import io.nextline.core.trial.TrialDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the statement files: their criteria become objects and their templates final text, once. Whatever is wrong is noted with
 * file and path, and reading goes on. Not for concurrent use.
 */
final class StatementReader {

    /** Orders ids by their letters, then by their number. */
    static final Comparator<String> ID_ORDER = Comparator.comparing((String id) -> id.substring(0, id.indexOf('-')))
            .thenComparing(id -> Integer.parseInt(id.substring(id.indexOf('-') + 1)));

    private static final Pattern ID = Pattern.compile("(?:DS|UPD)-[1-9]\\d{0,5}");
    private static final DiagnosisType[] CANCERS = {DiagnosisType.RENAL_CELL_CARCINOMA, DiagnosisType.NSCLC};

    private final Collection<Trial> trials;
    private final Scope scope;
    private final KnownNames names;
    private final List<Problem> problems;

    /** How much is checked. */
    enum Scope {
        /** What is needed to read the statements: their form, their criteria, the figures they refer to. */
        FORM,
        /** All that can be checked although not every trial could be read. */
        WITHOUT_TRIALS,
        /** Everything. */
        ALL
    }

    /**
     * Creates a reader.
     *
     * @param trials the trials that could be read
     * @param scope how much to check
     * @param names the names that a criterion may use
     * @param problems where to note what is wrong
     */
    StatementReader(Collection<Trial> trials, Scope scope, KnownNames names, List<Problem> problems) {
        this.trials = trials;
        this.scope = scope;
        this.names = names;
        this.problems = problems;
    }

    /**
     * Returns the statements in the order of their ids; of use only if no problem was noted.
     *
     * @param contents what the files hold, by file name
     */
    List<Statement> readAll(SortedMap<String, JsonNode> contents) {
        List<StatementFile> files = named(contents);
        Set<String> ids = new TreeSet<>();
        files.forEach(file -> ids.add(file.id()));
        Populations populations = new Populations(files, names::isDrugOrClass, problems);
        StatementTexts texts = new StatementTexts(
                scope == Scope.FORM ? null : new TextRules(trials, ids), new FigureText(trials), scope, problems);
        List<Statement> statements = new ArrayList<>();
        files.forEach(file -> statements.add(statement(file, populations, texts)));
        if (scope != Scope.FORM) {
            new StatementChecks(trials, scope, names, problems).checkAll(files, statements);
        }
        statements.sort(Comparator.comparing(Statement::id, ID_ORDER));
        return statements;
    }

    private List<StatementFile> named(SortedMap<String, JsonNode> contents) {
        List<StatementFile> files = new ArrayList<>();
        Map<String, String> byId = new HashMap<>();
        contents.forEach((name, json) -> {
            String id = json.path("id").asText();
            if (!ID.matcher(id).matches()) {
                problems.add(new Problem(name, "$.id", "needs an id as DS-1 or UPD-1"));
                return;
            }
            String other = byId.putIfAbsent(id, name);
            if (other != null) {
                problems.add(new Problem(name, "$.id", "repeats the id of " + other));
            }
            files.add(new StatementFile(name, id, json));
        });
        return files;
    }

    private Statement statement(StatementFile file, Populations populations, StatementTexts texts) {
        JsonFields fields = new JsonFields(file.name(), "$", file.json(), problems);
        fields.has("population");
        fields.has("proposal");
        Statement statement = new Statement(
                fields.text("id"),
                fields.choice("layer", Trial.Layer.values(), Trial.Layer::id) == Trial.Layer.SEED,
                fields.choice("kind", StatementKind.values(), StatementKind::id),
                fields.choice("strength", Strength.values(), Strength::id),
                cancers(fields),
                fields.choice("topic", Topic.values(), Topic::id),
                fields.flag("leads"),
                fields.flag("warns"),
                fields.flag("outsideTrial"),
                populations.population(file),
                populations.proposal(file),
                fields.texts("drugs").stream().sorted().toList(),
                texts.summary(file, fields.text("summary")),
                texts.filled(file, fields.text("text"), "$.text"),
                texts.limits(file, fields.texts("limits")),
                fields.texts("trials"),
                fields.texts("figures"),
                fields.texts("harms"),
                source(fields),
                fields.texts("guards"),
                fields.texts("supersedes"),
                published(fields));
        fields.build(() -> statement);
        return statement;
    }

    private static List<DiagnosisType> cancers(JsonFields fields) {
        List<DiagnosisType> cancers = new ArrayList<>();
        for (String id : fields.texts("cancers")) {
            for (DiagnosisType cancer : CANCERS) {
                if (cancer.id().equals(id)) {
                    cancers.add(cancer);
                }
            }
        }
        if (cancers.isEmpty() || cancers.size() != fields.texts("cancers").size()) {
            fields.unfit("cancers", "needs renal-cell-carcinoma, nsclc, or both");
        }
        return cancers;
    }

    private static String source(JsonFields fields) {
        String source = fields.object(
                "source",
                part -> part.build(() -> {
                    String document = part.text("document");
                    String locator = part.optionalText("locator");
                    return locator == null ? document : document + ", " + locator;
                }));
        if (source == null && !fields.has("source")) {
            fields.unfit("source", "is required");
        }
        return source == null ? "" : source;
    }

    private static @Nullable String published(JsonFields fields) {
        TrialDate published = fields.parsed("published", TrialDate::new);
        return published == null ? null : published.text();
    }
}
