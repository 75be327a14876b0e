package io.nextline.cdshooks.card;

import io.nextline.core.criterion.Truth;
import io.nextline.core.evidence.CardPlan;
import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.StatementOutcome;
import java.util.List;

/**
 * Turns the card plans of a report into cards. What the trials lend is put into words once. Thread-safe; the same report and call give equal cards.
 */
public final class CardRenderer {

    private static final String LABEL = "Nextline: published trial evidence";
    private static final String OPEN = "To be confirmed: ";

    private final Wording wording;
    private final CardKinds kinds;

    /**
     * Makes a renderer.
     *
     * @param base the evidence base that the reports come from
     */
    public CardRenderer(EvidenceBase base) {
        this(base, new CardKinds());
    }

    /**
     * Makes a renderer.
     *
     * @param base the evidence base that the reports come from
     * @param kinds learns which kinds of cards are made
     */
    public CardRenderer(EvidenceBase base, CardKinds kinds) {
        this.kinds = kinds;
        this.wording = new Wording(base.trials(), base.statements());
    }

    /**
     * Renders the cards of a report.
     *
     * @param report what was concluded
     * @param hookInstance the client's id of the call, from which the cards' ids are made
     * @return as many cards as the report plans, in its order
     */
    public List<Card> render(EvidenceReport report, String hookInstance) {
        return report.cards().stream()
                .map(plan -> card(report, plan, hookInstance))
                .toList();
    }

    private Card card(EvidenceReport report, CardPlan plan, String hookInstance) {
        List<String> statements = plan.statements().stream()
                .map(outcome -> outcome.statement().id())
                .toList();
        CardKind kind = kinds.of(report.version(), statements);
        List<Suggestion> suggestions = plan.warning()
                ? DraftRemoval.of(
                        plan, report.facts().proposal(), wording.trials(), kind.uuid(hookInstance + "\nremove draft"))
                : List.of();
        PlanText shared = wording.plan(plan.statements());
        return new Card(
                kind.uuid(hookInstance),
                summary(plan.lead()),
                new CardDetail(report, plan, wording, shared).write(),
                plan.warning() ? Indicator.WARNING : Indicator.INFO,
                new Source(LABEL, Coding.topic(plan.topic().id(), plan.topic().display())),
                suggestions,
                OverrideReasons.ALL,
                shared.links(),
                plan.statements(),
                report.version());
    }

    private static String summary(StatementOutcome lead) {
        String text = Markdown.line(lead.statement().summary());
        String summary = lead.applies() == Truth.TRUE ? text : OPEN + text;
        if (summary.length() <= Card.MAX_SUMMARY) {
            return summary;
        }
        int space = summary.lastIndexOf(' ', Card.MAX_SUMMARY - 2);
        return summary.substring(0, space > 0 ? space : Card.MAX_SUMMARY - 1) + "…";
    }
}
