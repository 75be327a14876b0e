package io.nextline.core.evidence;

import io.nextline.core.criterion.AllOf;
import io.nextline.core.criterion.Answers;
import io.nextline.core.criterion.Criterion;
import io.nextline.core.criterion.Evaluation;
import io.nextline.core.criterion.Truth;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.core.fact.PatientFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the statements of the base to the facts: population, proposal, guards, supersession, research protocols. */
final class StatementEvaluator {

    private final List<Statement> statements;

    StatementEvaluator(List<Statement> statements) {
        this.statements = statements;
    }

    /** Returns the outcome of every statement in the order of the base. */
    List<StatementOutcome> evaluate(PatientFacts facts) {
        Map<String, Evaluation> evaluations = new HashMap<>();
        Answers answers = new Answers(facts);
        DiagnosisType cancer = facts.diagnosis().type().orNull();
        for (Statement statement : statements) {
            evaluations.put(
                    statement.id(), isAboutAnother(statement, cancer) ? NOT_CONCERNED : whole(statement, answers));
        }
        Map<String, String> guarded = guarded(evaluations);
        Map<String, List<String>> superseded = superseded();
        List<StatementOutcome> outcomes = new ArrayList<>(statements.size());
        for (Statement statement : statements) {
            Evaluation evaluation = evaluations.getOrDefault(statement.id(), NOT_CONCERNED);
            String guard = guarded.get(statement.id());
            boolean silenced = statement.outsideTrial() && facts.proposal().isResearchProtocol();
            outcomes.add(new StatementOutcome(
                    statement,
                    guard != null ? Truth.FALSE : evaluation.truth(),
                    evaluation,
                    guard != null ? List.of("does not hold because " + guard + " holds") : because(evaluation),
                    superseded.getOrDefault(statement.id(), List.of()),
                    silenced ? "research-protocol" : null));
        }
        return outcomes;
    }

    private static final Evaluation NOT_CONCERNED =
            new Evaluation(Truth.FALSE, "about another cancer", List.of(), List.of(), List.of());

    /** A statement about another cancer needs no evaluation, however many such trials the base holds. */
    private static boolean isAboutAnother(Statement statement, @Nullable DiagnosisType cancer) {
        return cancer != null && !statement.cancers().contains(cancer);
    }

    private static Evaluation whole(Statement statement, Answers answers) {
        Criterion population = statement.population();
        Criterion proposal = statement.proposal();
        return answers.to(proposal == null ? population : new AllOf(List.of(population, proposal)));
    }

    private Map<String, String> guarded(Map<String, Evaluation> evaluations) {
        Map<String, String> guarded = new HashMap<>();
        for (Statement statement : statements) {
            Evaluation evaluation = evaluations.get(statement.id());
            if (evaluation != null && evaluation.truth() == Truth.TRUE) {
                statement.guards().forEach(id -> guarded.putIfAbsent(id, statement.id()));
            }
        }
        return guarded;
    }

    private Map<String, List<String>> superseded() {
        Map<String, List<String>> superseded = new HashMap<>();
        for (Statement statement : statements) {
            for (String id : statement.supersedes()) {
                superseded.computeIfAbsent(id, key -> new ArrayList<>()).add(statement.id());
            }
        }
        return superseded;
    }

    /** Returns the reasons of the single questions that decided: those that share the truth of the whole, each once. */
    static List<String> because(Evaluation evaluation) {
        List<String> reasons = new ArrayList<>();
        collect(evaluation, evaluation.truth(), reasons);
        return reasons;
    }

    private static void collect(Evaluation evaluation, Truth wanted, List<String> reasons) {
        if (evaluation.parts().isEmpty()) {
            // They are few, so that looking through them is cheaper than a set.
            if (!reasons.contains(evaluation.reason())) {
                reasons.add(evaluation.reason());
            }
            return;
        }
        boolean negation = evaluation.parts().size() == 1
                && evaluation.parts().get(0).truth() == wanted.not()
                && evaluation.truth() == wanted;
        for (Evaluation part : evaluation.parts()) {
            if (part.truth() == wanted || negation) {
                collect(part, part.truth(), reasons);
            }
        }
    }
}
