package io.nextline.samples.cli.answer;

import io.nextline.cdshooks.card.Card;
import io.nextline.cdshooks.card.Indicator;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.EvidenceVersion;
import io.nextline.core.evidence.NoCardReason;
import io.nextline.core.evidence.RankedGap;
import io.nextline.samples.cli.terminal.Screen;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Shows an answer in a terminal: its cards or the reason for none, then what to know about the record. Not thread-safe. */
public final class AnswerView {

    private final Screen screen;
    private final Set<String> figuresShown = new HashSet<>();

    /** Shows on a screen. */
    public AnswerView(Screen screen) {
        this.screen = screen;
    }

    /** Shows the cards, what to check in the record, and on which evidence it rests. */
    public void show(Answer answer) {
        EvidenceReport report = answer.report();
        whole(answer);
        for (String warning : report.facts().warnings()) {
            screen.print(Text.of("Check: ", Style.OPEN).plus(warning).wrappedHanging(screen.width(), 2));
        }
        List<RankedGap> missing = report.missing();
        if (!missing.isEmpty()) {
            RankedGap first = missing.get(0);
            Text text = Text.of("Most wanted: ", Style.OPEN)
                    .plus(first.fact().id() + ", which would help to decide " + String.join(", ", first.decides()));
            screen.print(text.wrappedHanging(screen.width(), 2));
        }
        EvidenceVersion version = report.version();
        String basis = "As of " + version.asOf() + ", evidence base " + version.version() + ", layer "
                + version.layer().id() + ". 'nextline explain' tells why.";
        screen.print(Text.of(basis, Style.FAINT));
    }

    /** Returns the leading statements of its cards, or the reason for none. */
    public static Text inShort(Answer answer) {
        NoCardReason reason = answer.report().noCardReason();
        if (reason != null) {
            return Text.of("no card: " + reason.id(), Style.FAINT);
        }
        Text text = Text.EMPTY;
        for (Card card : answer.cards()) {
            boolean warning = card.indicator() == Indicator.WARNING;
            String lead = card.statements().get(0).statement().id();
            text = text.plus(text.width() == 0 ? "" : ", ")
                    .plus(warning ? "warning " + lead : lead, warning ? Style.ALERT : Style.PLAIN);
        }
        return text;
    }

    /** Shows every card whole, or the reason for none. */
    public void whole(Answer answer) {
        reason(answer);
        for (Card card : answer.cards()) {
            screen.print(new CardView(card, screen).whole());
            screen.line();
        }
    }

    /**
     * Shows the heads of the cards, or the reason for none. The first card's leading figures come along when this view has not
     * yet shown them: many patients raise the same question.
     */
    public void compact(Answer answer) {
        reason(answer);
        boolean first = true;
        for (Card card : answer.cards()) {
            CardView view = new CardView(card, screen);
            boolean figures = first && figuresShown.add(card.summary());
            screen.print(figures ? view.compact() : view.brief());
            screen.line();
            first = false;
        }
    }

    private void reason(Answer answer) {
        NoCardReason reason = answer.report().noCardReason();
        if (reason != null) {
            screen.print(Text.of("No card", Style.BOLD).plus(" (" + reason.id() + "). " + NoCard.words(reason)));
            screen.line();
        }
    }
}
