package io.nextline.samples.cli.explain;

import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.EvidenceVersion;
import io.nextline.core.evidence.NoCardReason;
import io.nextline.core.fact.PatientFacts;
import io.nextline.samples.cli.answer.NoCard;
import io.nextline.samples.cli.terminal.Screen;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells a report on one screen: the conclusion, the facts with their entries, the lines of therapy, the statements that apply, what is
 * missing, and warnings. {@link StoryView} tells the rest.
 */
public final class BriefView {

    /** The lines that the usual patient takes at the usual width. */
    static final int LINES = 50;

    private static final int INDENT = 2;

    private final Screen screen;
    private final int room;

    /** Tells on a screen. */
    public BriefView(Screen screen) {
        this.screen = screen;
        this.room = screen.width() - INDENT;
    }

    /** Tells the story in brief. Statements get the lines that facts, gaps and warnings leave. */
    public void tell(EvidenceReport report) {
        List<Text> before = new ArrayList<>();
        head(report, before);
        before.addAll(KeyFacts.told(report.facts(), screen.width()));
        lines(report.facts(), before);
        List<Text> after = new ArrayList<>();
        missing(report, after);
        warnings(report.facts(), after);
        end(report, after);
        int left = LINES - before.size() - after.size();
        screen.print(before);
        screen.print(new BriefStatements(report, screen.width()).told(left));
        screen.print(after);
    }

    private void head(EvidenceReport report, List<Text> lines) {
        EvidenceVersion version = report.version();
        lines.addAll(Text.of(Headline.of(report.facts()), Style.BOLD).wrapped(screen.width()));
        String base = "As of " + version.asOf() + "; evidence base " + version.version() + ", layer "
                + version.layer().id() + ".";
        lines.addAll(Text.of(base, Style.FAINT).wrapped(screen.width()));
        lines.add(Text.EMPTY);
    }

    private void lines(PatientFacts facts, List<Text> lines) {
        heading("Lines of therapy", lines);
        indent(Lines.brief(facts.therapy(), room), lines);
    }

    private void missing(EvidenceReport report, List<Text> lines) {
        if (report.missing().isEmpty()) {
            return;
        }
        heading("May apply: what is missing, most decisive first", lines);
        indent(Gaps.brief(report.missing(), room), lines);
    }

    private void warnings(PatientFacts facts, List<Text> lines) {
        if (facts.warnings().isEmpty()) {
            return;
        }
        heading("Warnings about the record", lines);
        for (String warning : facts.warnings()) {
            indent(Text.of("- " + warning).wrappedHanging(room, 2), lines);
        }
    }

    private void end(EvidenceReport report, List<Text> lines) {
        NoCardReason reason = report.noCardReason();
        int cards = report.cards().size();
        String answer = reason == null
                ? cards + (cards == 1 ? " card" : " cards") + "; 'nextline evaluate' shows "
                        + (cards == 1 ? "it." : "them.")
                : "No card (" + reason.id() + "): " + NoCard.words(reason);
        lines.add(Text.EMPTY);
        lines.addAll(Text.of(answer + " --all shows every statement with its criteria.")
                .wrapped(screen.width()));
    }

    private static void heading(String heading, List<Text> lines) {
        lines.add(Text.EMPTY);
        lines.add(Text.of(heading, Style.HEADING));
    }

    private static void indent(List<Text> from, List<Text> lines) {
        from.forEach(line -> lines.add(line.width() == 0 ? line : line.indented(INDENT)));
    }
}
