package io.nextline.core.evidence;

import io.nextline.core.criterion.Truth;
import io.nextline.core.fact.EndReason;
import io.nextline.core.fact.LineOfTherapy;
import io.nextline.core.fact.PatientFacts;
import io.nextline.core.vocabulary.Drug;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides which statements belong on a card: one card per question, at most three. A statement that holds opens a card; an open one
 * does so only where somebody is deciding: an order is drafted, or a line of therapy has ended and the question is whether the cancer
 * progressed (rulings 9.6 and 9.9; hazard HZ-23).
 */
final class CardPlanner {

    private static final int MOST_OPEN = 3;
    private static final List<Topic> ORDER = List.of(Topic.PROPOSAL, Topic.ADJUVANT, Topic.SYSTEMIC, Topic.LOCAL);

    /** Those that may open a card first, of them those that hold; then the stronger kind, evidence, and the order of the base. */
    private static final Comparator<StatementOutcome> PRECEDENCE = Comparator.comparing(
                    (StatementOutcome outcome) -> outcome.statement().leads() ? 0 : 1)
            .thenComparing(outcome -> outcome.applies() == Truth.TRUE ? 0 : 1)
            .thenComparing(outcome -> outcome.statement().kind() == StatementKind.DISCOURAGE ? 0 : 1)
            .thenComparing(outcome -> outcome.statement().strength());

    private final PatientFacts facts;
    private final List<StatementOutcome> outcomes;

    CardPlanner(PatientFacts facts, List<StatementOutcome> outcomes) {
        this.facts = facts;
        this.outcomes = outcomes;
    }

    /** Returns the cards, most important first. */
    List<CardPlan> plan() {
        List<CardPlan> cards = new ArrayList<>();
        for (Topic topic : ORDER) {
            List<StatementOutcome> shown = on(topic);
            boolean opens = shown.stream().anyMatch(this::opensCard);
            if (opens && cards.size() < EvidenceReport.MAX_CARDS) {
                cards.add(new CardPlan(topic, isWarning(shown), shown));
            }
        }
        return cards;
    }

    private List<StatementOutcome> on(Topic topic) {
        List<StatementOutcome> shown = new ArrayList<>();
        int open = 0;
        List<StatementOutcome> ranked = outcomes.stream()
                .filter(StatementOutcome::isCurrent)
                .filter(outcome -> outcome.statement().topic() == topic)
                .filter(outcome -> outcome.applies() != Truth.FALSE)
                .sorted(PRECEDENCE)
                .toList();
        for (StatementOutcome outcome : ranked) {
            if (outcome.applies() == Truth.TRUE) {
                shown.add(outcome);
            } else if (outcome.statement().leads() && open++ < MOST_OPEN) {
                shown.add(outcome);
            }
        }
        shown.removeIf(outcome -> isDiscouraged(outcome, shown));
        outcomes.stream()
                .filter(StatementOutcome::isCurrent)
                .filter(outcome -> outcome.statement().topic() == Topic.EVERY && outcome.applies() == Truth.TRUE)
                .forEach(shown::add);
        return shown;
    }

    /** Evidence against a regimen outweighs an option for the same drugs. */
    private static boolean isDiscouraged(StatementOutcome option, List<StatementOutcome> shown) {
        return option.statement().kind() == StatementKind.OPTION
                && !option.statement().drugs().isEmpty()
                && shown.stream()
                        .anyMatch(other -> other.statement().kind() == StatementKind.DISCOURAGE
                                && other.applies() == Truth.TRUE
                                && other.statement()
                                        .drugs()
                                        .equals(option.statement().drugs()));
    }

    private boolean opensCard(StatementOutcome outcome) {
        Statement statement = outcome.statement();
        if (!statement.leads()) {
            return false;
        }
        if (outcome.applies() == Truth.TRUE) {
            return true;
        }
        return statement.topic() == Topic.PROPOSAL || (statement.topic() == Topic.SYSTEMIC && isDecisionPoint());
    }

    /** The cancer progressed on the latest line, or that line has ended and the record does not say whether it did. */
    private boolean isDecisionPoint() {
        LineOfTherapy latest = facts.therapy().latest();
        if (latest == null) {
            return false;
        }
        boolean endedWithoutAnswer =
                latest.endReason() == EndReason.UNKNOWN && latest.progression().orNull() == null;
        return latest.hasProgressed() || endedWithoutAnswer;
    }

    private boolean isWarning(List<StatementOutcome> shown) {
        return shown.stream()
                .anyMatch(outcome -> outcome.statement().warns()
                        && outcome.applies() == Truth.TRUE
                        && isExactlyProposed(outcome.statement()));
    }

    /** The drafts hold nothing but drugs of the regimen that the trial tested. */
    private boolean isExactlyProposed(Statement statement) {
        List<Drug> drafted = facts.proposal().drafts().stream()
                .flatMap(draft -> draft.drugs().stream())
                .toList();
        return !drafted.isEmpty()
                && drafted.stream().allMatch(drug -> statement.drugs().contains(drug.name()));
    }
}
