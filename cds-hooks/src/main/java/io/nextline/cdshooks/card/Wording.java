package io.nextline.cdshooks.card;

import io.nextline.core.criterion.Truth;
import io.nextline.core.evidence.Statement;
import io.nextline.core.evidence.StatementOutcome;
import io.nextline.core.trial.Trial;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The evidence base in the words of cards, worked out once, when first needed: only what depends on the patient is left to be worded for a call.
 * Thread-safe.
 */
final class Wording {

    private static final int MOST_PLANS = 512;

    private final CardSources sources;
    private final TrialTexts trials;
    private final Set<Statement> statements = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, Lines> lines = new ConcurrentHashMap<>();
    private final Map<List<String>, PlanText> plans = new ConcurrentHashMap<>();

    Wording(Collection<Trial> trials, Collection<Statement> statements) {
        this.sources = new CardSources(trials);
        this.trials = new TrialTexts(trials, sources);
        this.statements.addAll(statements);
    }

    /** The texts of a statement that no patient changes. */
    private record Lines(String full, String brief, List<String> limits) {

        static Lines of(Statement statement) {
            List<String> limits = statement.limits().stream()
                    .map(limit -> statement.id() + ": " + Markdown.line(limit))
                    .toList();
            return new Lines(StatementText.full(statement), StatementText.brief(statement, ""), limits);
        }
    }

    private Lines of(Statement statement) {
        // Kept by id, which another statement than the base's own may share.
        return statements.contains(statement)
                ? lines.computeIfAbsent(statement.id(), id -> Lines.of(statement))
                : Lines.of(statement);
    }

    TrialTexts trials() {
        return trials;
    }

    /** Puts everything into words now. */
    void prepare() {
        trials.all().forEach(trials::text);
        statements.forEach(this::of);
    }

    /** Returns what cards of these statements have in common; kept for the next one, unless there are very many kinds. */
    PlanText plan(List<StatementOutcome> outcomes) {
        List<Statement> planned =
                outcomes.stream().map(StatementOutcome::statement).toList();
        if (!planned.stream().allMatch(statements::contains)) {
            return PlanText.of(planned, this);
        }
        List<String> ids = planned.stream().map(Statement::id).toList();
        PlanText known = plans.get(ids);
        if (known == null) {
            known = PlanText.of(planned, this);
            if (plans.size() < MOST_PLANS) {
                plans.put(ids, known);
            }
        }
        return known;
    }

    /** Returns the statement with its text; one that is not settled says what is open. */
    String full(StatementOutcome outcome) {
        return outcome.applies() == Truth.TRUE ? of(outcome.statement()).full() : StatementText.open(outcome);
    }

    /** Returns the statement in one line. */
    String brief(StatementOutcome outcome) {
        return outcome.applies() == Truth.TRUE
                ? of(outcome.statement()).brief()
                : StatementText.brief(outcome.statement(), ", open");
    }

    /** Returns what the statement does not cover. */
    List<String> limits(Statement statement) {
        return of(statement).limits();
    }

    /** Returns where the statement is written. */
    String source(Statement statement) {
        return sources.place(statement.source());
    }
}
