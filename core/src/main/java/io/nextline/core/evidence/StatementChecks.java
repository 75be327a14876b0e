package io.nextline.core.evidence;

import io.nextline.core.trial.FigureText;
import io.nextline.core.trial.Problem;
import io.nextline.core.trial.Trial;
import io.nextline.core.trial.TrialDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a statement refers to, and whether its parts fit each other: trials, results and harms exist and belong to its
 * layer and its time; the statements it guards or replaces exist; a warning has a drafted order to warn about.
 */
final class StatementChecks {

    private final Map<String, Trial> trials = new HashMap<>();
    private final StatementReader.Scope scope;
    private final Set<String> ids = new TreeSet<>();
    private final KnownNames names;
    private final List<Problem> problems;

    StatementChecks(Collection<Trial> trials, StatementReader.Scope scope, KnownNames names, List<Problem> problems) {
        this.scope = scope;
        trials.forEach(trial -> this.trials.put(trial.id(), trial));
        this.names = names;
        this.problems = problems;
    }

    /** Notes what is wrong with the statements, which stand in the same order as their files. */
    void checkAll(List<StatementFile> files, List<Statement> statements) {
        statements.forEach(statement -> ids.add(statement.id()));
        for (int i = 0; i < files.size(); i++) {
            check(files.get(i), statements.get(i));
        }
        checkSuperseding(files, statements);
    }

    private void check(StatementFile file, Statement statement) {
        Notes notes = (field, message) -> problems.add(new Problem(file.name(), "$." + field, message));
        checkParts(statement, notes);
        checkPublished(statement, notes);
        statement.trials().forEach(id -> checkTrial(id, statement, notes));
        checkTables(statement, notes);
        checkReferences(file, statement, notes);
        checkNamed(statement, notes);
        CriterionWords words = new CriterionWords(names, problems);
        words.check(file.name(), file.json().path("population"), "$.population");
        words.check(file.name(), file.json().path("proposal"), "$.proposal");
    }

    /** Takes what is wrong with a field of one file. */
    @FunctionalInterface
    private interface Notes {
        void add(String field, String message);
    }

    private static void checkParts(Statement statement, Notes notes) {
        boolean discourages = statement.kind() == StatementKind.DISCOURAGE;
        if (statement.warns() && (statement.proposal() == null || !discourages)) {
            notes.add("warns", "only a statement that discourages a drafted order may warn");
        }
        if (statement.topic() == Topic.PROPOSAL && statement.proposal() == null) {
            notes.add("proposal", "is required where the topic is a drafted order");
        }
        if (statement.topic() == Topic.EVERY && statement.leads()) {
            notes.add("leads", "a statement for every card opens none");
        }
        if (!statement.guards().isEmpty() && statement.kind() != StatementKind.GUARD) {
            notes.add("guards", "only a guard turns other statements off");
        }
        if (statement.id().startsWith("DS-") != statement.seed()) {
            notes.add("layer", "the ids of the seed layer begin with DS-, those of updates with UPD-");
        }
    }

    private void checkPublished(Statement statement, Notes notes) {
        if (statement.seed()) {
            if (statement.published() != null || !statement.supersedes().isEmpty()) {
                notes.add("layer", "a seed statement has no date of publication and replaces nothing");
            }
        } else if (statement.published() == null) {
            notes.add("published", "needs the date on which the update was published");
        }
    }

    private void checkTrial(String id, Statement statement, Notes notes) {
        Trial trial = trials.get(id);
        if (trial == null) {
            if (scope == StatementReader.Scope.ALL) {
                notes.add("trials", "no trial has the id " + id);
            }
            return;
        }
        if (trial.status() == Trial.Status.CITED) {
            notes.add("trials", id + " is only cited by a source; no statement may rest on it");
        }
        if (statement.seed() && trial.layer() != Trial.Layer.SEED) {
            notes.add("trials", id + " belongs to the update layer, which a seed statement must not use");
        }
        String published = statement.published();
        if (published != null && !trial.publishedBy(new TrialDate(published).last())) {
            notes.add("published", "lies before the publication of " + id);
        }
    }

    private void checkTables(Statement statement, Notes notes) {
        for (String figure : statement.figures()) {
            Trial trial = tabled("figures", figure, statement, notes);
            if (trial != null && trial.result(after(figure)).isEmpty()) {
                notes.add("figures", trial.id() + " has no result called " + after(figure));
            }
        }
        for (String harm : statement.harms()) {
            Trial trial = tabled("harms", harm, statement, notes);
            if (trial != null && trial.harms(after(harm)).isEmpty()) {
                notes.add("harms", trial.id() + " has no harm called " + after(harm));
            }
        }
    }

    private @Nullable Trial tabled(String field, String reference, Statement statement, Notes notes) {
        String id = before(reference);
        if (!statement.trials().contains(id)) {
            notes.add(field, reference + " needs its trial among the trials of the statement");
        }
        return trials.get(id);
    }

    private static void checkReferences(StatementFile file, Statement statement, Notes notes) {
        List<String> templates = new ArrayList<>(List.of(
                file.json().path("summary").asText(), file.json().path("text").asText()));
        file.json().path("limits").forEach(limit -> templates.add(limit.asText()));
        Set<String> missing = new TreeSet<>();
        for (String template : templates) {
            for (String reference : FigureText.references(template)) {
                missing.add(before(reference));
            }
        }
        statement.trials().forEach(missing::remove);
        missing.forEach(id -> notes.add("trials", "lacks " + id + ", whose figures the text uses"));
    }

    private void checkNamed(Statement statement, Notes notes) {
        statement.drugs().stream()
                .filter(drug -> !names.isDrugOrClass(drug))
                .forEach(drug -> notes.add("drugs", "'" + drug + "' is neither a drug nor a class of the vocabulary"));
        checkStatements("guards", statement.guards(), statement, notes);
        checkStatements("supersedes", statement.supersedes(), statement, notes);
    }

    private void checkStatements(String field, List<String> named, Statement statement, Notes notes) {
        for (String id : named) {
            if (!ids.contains(id)) {
                notes.add(field, "no statement has the id " + id);
            }
            if (id.equals(statement.id())) {
                notes.add(field, "names the statement itself");
            }
        }
    }

    /** Notes updates that replace each other in a circle. */
    private void checkSuperseding(List<StatementFile> files, List<Statement> statements) {
        Map<String, List<String>> replaced = new HashMap<>();
        statements.forEach(statement -> replaced.put(statement.id(), statement.supersedes()));
        for (StatementFile file : files) {
            if (leadsBack(file.id(), file.id(), replaced, new TreeSet<>())) {
                problems.add(new Problem(file.name(), "$.supersedes", "replaces in a circle"));
            }
        }
    }

    private static boolean leadsBack(String start, String from, Map<String, List<String>> replaced, Set<String> seen) {
        for (String next : replaced.getOrDefault(from, List.of())) {
            boolean longer = !next.equals(from);
            if (longer && (next.equals(start) || (seen.add(next) && leadsBack(start, next, replaced, seen)))) {
                return true;
            }
        }
        return false;
    }

    private static String before(String reference) {
        int slash = reference.indexOf('/');
        return slash < 0 ? reference : reference.substring(0, slash);
    }

    private static String after(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
