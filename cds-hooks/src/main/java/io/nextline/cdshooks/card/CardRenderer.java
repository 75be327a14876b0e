package io.nextline.cdshooks.card;

import io.nextline.core.criterion.Truth;
import io.nextline.core.evidence.CardPlan;
import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.StatementOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the card plans of a report into cards. What the trials lend is put into words once. Thread-safe; the same report and call give equal cards.
 */
public final class CardRenderer {

    private static final String LABEL = "Nextline: published trial evidence";
    private static final String OPEN = "To be confirmed: ";

    private final Wording wording;
    private final CardKinds kinds;
    private final EvidenceAddress pages;

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
        this(base, kinds, EvidenceAddress.of(null));
    }

    /**
     * Makes a renderer.
     *
     * @param base the evidence base that the reports come from
     * @param kinds learns which kinds of cards are made
     * @param pages where the evidence pages are
     */
    public CardRenderer(EvidenceBase base, CardKinds kinds, EvidenceAddress pages) {
        this.kinds = kinds;
        this.pages = pages;
        this.wording = new Wording(base.trials(), base.statements());
    }

    /** Puts all trials and statements into words now, which otherwise waits until a card needs them. */
    public void prepare() {
        wording.prepare();
    }

    /**
     * Renders the cards of a report.
     *
     * @param report what was concluded
     * @param hookInstance the client's id of the call, from which the cards' ids are made
     * @return as many cards as the report plans, in its order
     */
    public List<Card> render(EvidenceReport report, String hookInstance) {
        return render(report, hookInstance, null);
    }

    /**
     * Renders the cards of a report, and offers to record a missing fact where that would decide an open statement: on the first
     * card for which there is such a fact, and never beside another suggestion.
     *
     * @param report what was concluded
     * @param hookInstance the client's id of the call, from which the cards' ids are made
     * @param patient the id of the patient to record it for, or null to offer nothing of the kind
     * @return as many cards as the report plans, in its order
     */
    public List<Card> render(EvidenceReport report, String hookInstance, @Nullable String patient) {
        List<Card> cards = new ArrayList<>();
        boolean offered = false;
        for (CardPlan plan : report.cards()) {
            Card card = card(report, plan, hookInstance, offered ? null : patient);
            offered |= !plan.warning() && !card.suggestions().isEmpty();
            cards.add(card);
        }
        return List.copyOf(cards);
    }

    private List<Suggestion> suggestions(
            EvidenceReport report, CardPlan plan, CardKind kind, String hookInstance, @Nullable String patient) {
        if (plan.warning()) {
            String uuid = kind.uuid(hookInstance + "\nremove draft");
            return DraftRemoval.of(plan, report.facts().proposal(), wording.trials(), uuid);
        }
        return patient == null
                ? List.of()
                : FactDrafts.of(report, plan, patient, kind.uuid(hookInstance + "\nrecord fact"));
    }

    private Card card(EvidenceReport report, CardPlan plan, String hookInstance, @Nullable String patient) {
        List<String> statements = plan.statements().stream()
                .map(outcome -> outcome.statement().id())
                .toList();
        CardKind kind = kinds.of(report.version(), statements);
        PlanText shared = wording.plan(plan.statements());
        return new Card(
                kind.uuid(hookInstance),
                summary(plan.lead()),
                new CardDetail(report, plan, wording, shared).write(),
                plan.warning() ? Indicator.WARNING : Indicator.INFO,
                new Source(LABEL, Coding.topic(plan.topic().id(), plan.topic().display())),
                suggestions(report, plan, kind, hookInstance, patient),
                OverrideReasons.ALL,
                links(plan, shared),
                plan.statements(),
                report.version());
    }

    private List<Link> links(CardPlan plan, PlanText shared) {
        return Stream.concat(pages.page(plan.lead().statement().id()).stream(), shared.links().stream())
                .toList();
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
