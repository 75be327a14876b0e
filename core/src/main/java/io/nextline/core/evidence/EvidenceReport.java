package io.nextline.core.evidence;

import io.nextline.core.fact.PatientFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer about one patient: what was concluded, what each statement of the base says to it, what is missing, and what
 * belongs on cards. The same input always gives an equal report.
 *
 * @param version which evidence was used
 * @param facts what was concluded about the patient
 * @param outcomes every statement of the base in the order of its ids
 * @param missing the gaps, those that would decide most first
 * @param cards at most three card plans, most important first
 * @param noCardReason why there is no card; null exactly when there is one
 */
public record EvidenceReport(
        EvidenceVersion version,
        PatientFacts facts,
        List<StatementOutcome> outcomes,
        List<RankedGap> missing,
        List<CardPlan> cards,
        @Nullable NoCardReason noCardReason) {

    /** The most cards that one answer may hold. */
    public static final int MAX_CARDS = 3;

    /** Copies the lists and holds cards and reason apart. */
    public EvidenceReport {
        outcomes = List.copyOf(outcomes);
        missing = List.copyOf(missing);
        cards = List.copyOf(cards);
        if (cards.isEmpty() == (noCardReason == null)) {
            throw new IllegalArgumentException("a report has cards or a reason for none, and never both");
        }
        if (cards.size() > MAX_CARDS) {
            throw new IllegalArgumentException("a report has at most " + MAX_CARDS + " cards");
        }
    }

    /** Returns the same report without cards, for a reader to whom they must not be shown. */
    public EvidenceReport withoutCards(NoCardReason reason) {
        return new EvidenceReport(version, facts, outcomes, missing, List.of(), reason);
    }
}
