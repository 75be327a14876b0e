package io.nextline.samples.cli.explain;

import io.nextline.core.criterion.Truth;
import io.nextline.core.evidence.CardPlan;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.core.evidence.StatementOutcome;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Table;
import io.nextline.samples.cli.terminal.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the statements that apply, those on cards first, as many in full as there is room for and the others by their ids. */
final class BriefStatements {

    private static final int INDENT = 2;
    private static final int HEAD = 2;
    private static final int AT_LEAST = 2;

    private final int width;
    private final List<StatementOutcome> current;
    private final List<StatementOutcome> replaced;

    BriefStatements(EvidenceReport report, int width) {
        this.width = width;
        Set<StatementOutcome> applying = new LinkedHashSet<>();
        for (CardPlan card : report.cards()) {
            card.statements().stream().filter(BriefStatements::applies).forEach(applying::add);
        }
        report.outcomes().stream()
                .filter(BriefStatements::applies)
                .sorted(Comparator.comparing(outcome -> outcome.statement().kind()))
                .forEach(applying::add);
        this.current = applying.stream().filter(StatementOutcome::isCurrent).toList();
        this.replaced =
                applying.stream().filter(outcome -> !outcome.isCurrent()).toList();
    }

    private static boolean applies(StatementOutcome outcome) {
        return outcome.applies() == Truth.TRUE;
    }

    /** Returns the lines, if possible no more than there are left. */
    List<Text> told(int left) {
        List<Text> lines = new ArrayList<>();
        lines.add(Text.EMPTY);
        int count = current.size() + replaced.size();
        lines.add(Text.of("Statements that apply (" + count + ")", Style.HEADING));
        if (count > 0) {
            for (Text line : fitting(left - HEAD)) {
                lines.add(line.indented(INDENT));
            }
        }
        return lines;
    }

    private List<Text> fitting(int left) {
        int whole = current.size();
        List<Text> told = told(current, whole);
        while (told.size() > left && whole > Math.min(AT_LEAST, current.size())) {
            whole--;
            told = told(current, whole);
        }
        return told;
    }

    private List<Text> told(List<StatementOutcome> outcomes, int whole) {
        Table table = new Table();
        for (StatementOutcome outcome : outcomes.subList(0, whole)) {
            table.row(
                    Text.of(outcome.statement().id(), Style.BOLD),
                    Text.of(outcome.statement().kind().id(), Style.FAINT),
                    Text.of(outcome.statement().summary()));
        }
        List<Text> lines = new ArrayList<>(table.lines(width - INDENT));
        named("and ", outcomes.subList(whole, outcomes.size()), lines);
        named("replaced or silenced: ", replaced, lines);
        return lines;
    }

    private void named(String head, List<StatementOutcome> outcomes, List<Text> lines) {
        if (!outcomes.isEmpty()) {
            String ids =
                    outcomes.stream().map(outcome -> outcome.statement().id()).collect(Collectors.joining(", "));
            lines.addAll(Text.of(head + ids, Style.FAINT).wrappedHanging(width - INDENT, 2));
        }
    }
}
