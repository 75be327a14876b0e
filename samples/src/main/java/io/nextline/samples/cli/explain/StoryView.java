package io.nextline.samples.cli.explain;

import io.nextline.core.criterion.Truth;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.EvidenceVersion;
import io.nextline.core.evidence.NoCardReason;
import io.nextline.core.evidence.RankedGap;
import io.nextline.core.evidence.StatementOutcome;
import io.nextline.core.fact.Gap;
import io.nextline.samples.cli.answer.NoCard;
import io.nextline.samples.cli.terminal.Screen;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Table;
import io.nextline.samples.cli.terminal.Text;
import java.util.List;

/** Tells a report on a screen: facts, lines of therapy, statements with their criterion trees, gaps, warnings. */
public final class StoryView {

    private static final int INDENT = 2;

    private final Screen screen;
    private final int room;

    /** Tells on a screen. */
    public StoryView(Screen screen) {
        this.screen = screen;
        this.room = screen.width() - INDENT;
    }

    /** Tells the whole story. */
    public void tell(EvidenceReport report) {
        EvidenceVersion version = report.version();
        screen.print("As of " + version.asOf() + ", evidence base " + version.version() + ", layer "
                + version.layer().id() + ".");
        screen.heading("What the record says");
        screen.print(facts(Facts.of(report.facts())), INDENT);
        screen.heading("Lines of therapy");
        screen.print(Lines.told(report.facts().therapy(), room), INDENT);
        statements("Statements that apply", Truth.TRUE, report.outcomes());
        statements("Statements left open", Truth.UNKNOWN, report.outcomes());
        statements("Statements that do not apply", Truth.FALSE, report.outcomes());
        gaps(report.missing());
        warnings(report.facts().warnings());
        conclusion(report);
    }

    private List<Text> facts(List<Fact> facts) {
        Table table = new Table("Fact", "Concluded", "From");
        facts.forEach(fact -> table.row(Text.of(fact.name()), concluded(fact), Sources.ofFact(fact.from())));
        return table.lines(room);
    }

    private static Text concluded(Fact fact) {
        Gap gap = fact.gap();
        String value = fact.value();
        if (gap != null || value == null) {
            return Text.of("[?] unknown", Style.OPEN).plus(gap == null ? "" : ": " + gap.detail());
        }
        return Text.of(value);
    }

    private void statements(String heading, Truth truth, List<StatementOutcome> outcomes) {
        List<StatementOutcome> these =
                outcomes.stream().filter(outcome -> outcome.applies() == truth).toList();
        screen.heading(heading + " (" + these.size() + ")");
        these.forEach(outcome -> screen.print(Statements.told(outcome, room), INDENT));
    }

    private void gaps(List<RankedGap> gaps) {
        screen.heading("What is missing, most decisive first");
        Table table = new Table("#", "Missing", "Would help to decide", "What would close the gap");
        int rank = 1;
        for (RankedGap gap : gaps) {
            table.row(
                    Text.of(rank++ + "."),
                    Text.of(gap.fact().id()),
                    Text.of(String.join(", ", gap.decides())),
                    Text.of(String.join("; ", gap.details())));
        }
        screen.print(table.isEmpty() ? List.of(Text.of("Nothing.")) : table.lines(room), INDENT);
    }

    private void warnings(List<String> warnings) {
        if (!warnings.isEmpty()) {
            screen.heading("Warnings about the record");
            for (String warning : warnings) {
                screen.print(Text.of("- " + warning).wrappedHanging(room, 2), INDENT);
            }
        }
    }

    private void conclusion(EvidenceReport report) {
        NoCardReason reason = report.noCardReason();
        screen.line();
        if (reason == null) {
            int cards = report.cards().size();
            screen.print(
                    "This gives " + cards + (cards == 1 ? " card" : " cards") + "; 'nextline evaluate' shows them.");
        } else {
            screen.print("This gives no card (" + reason.id() + "): " + NoCard.words(reason));
        }
    }
}
