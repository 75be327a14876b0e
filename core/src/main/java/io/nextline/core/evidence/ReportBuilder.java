package io.nextline.core.evidence;

import io.nextline.core.fact.PatientFacts;
import io.nextline.core.fhir.FhirDate;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the facts to the report: the statements in force on the day, their outcomes, the gaps, the cards. Stateless. */
public final class ReportBuilder {

    private final EvidenceBase base;

    /** Creates a builder on an evidence base. */
    public ReportBuilder(EvidenceBase base) {
        this.base = base;
    }

    /** Returns the report about the facts by the evidence of a layer. */
    public EvidenceReport build(PatientFacts facts, Layer layer) {
        List<Statement> statements = base.statements().stream()
                .filter(statement -> isInForce(statement, layer, facts.asOf()))
                .toList();
        List<StatementOutcome> outcomes = new StatementEvaluator(statements).evaluate(facts);
        List<CardPlan> cards = mayShowCards(facts) ? new CardPlanner(facts, outcomes).plan() : List.of();
        return new EvidenceReport(
                new EvidenceVersion(base.version(), layer, facts.asOf()),
                facts,
                outcomes,
                Ranking.gaps(facts, outcomes),
                cards,
                reason(facts, cards));
    }

    private static @Nullable NoCardReason reason(PatientFacts facts, List<CardPlan> cards) {
        return cards.isEmpty() ? NoCardReasons.of(facts) : null;
    }

    private static boolean isInForce(Statement statement, Layer layer, LocalDate asOf) {
        if (statement.seed()) {
            return true;
        }
        FhirDate published = statement.published() == null ? null : FhirDate.parse(statement.published());
        return layer == Layer.ALL && published != null && !published.latest().isAfter(asOf);
    }

    /** No card about the dead, the dying who chose comfort (hazard HZ-21), children, a cancer that the base does not speak of, or one whose type is not determined. */
    private static boolean mayShowCards(PatientFacts facts) {
        boolean concerned = facts.diagnosis()
                .type()
                .fold(
                        known -> switch (known.value()) {
                            case RENAL_CELL_CARCINOMA, NSCLC -> true;
                            case OTHER, NONE -> false;
                        },
                        open -> false);
        return concerned
                && !facts.deceased()
                && !facts.inComfortCare()
                && !Boolean.FALSE.equals(facts.adult().orNull());
    }
}
