package io.nextline.cdshooks.card;

import io.nextline.core.evidence.Statement;
import io.nextline.core.evidence.StatementOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The figures of the trials behind a card: one effect table for each, one plot for all, and the harms. */
final class CardFigures {

    private static final int MOST_PLOTTED = 8;

    private final List<Shown> shown;

    private CardFigures(List<Shown> shown) {
        this.shown = shown;
    }

    /** A trial with the results and harms that the statements of the card refer to. */
    private record Shown(TrialText trial, Set<String> results, Set<String> harms) {}

    /** Collects the figures that the statements refer to, in their order. */
    static CardFigures of(List<StatementOutcome> statements, Map<String, TrialText> trials, int most) {
        Map<String, Shown> shown = new LinkedHashMap<>();
        for (StatementOutcome outcome : statements) {
            Statement statement = outcome.statement();
            statement.figures().forEach(figure -> at(shown, trials, figure, most, true));
            statement.harms().forEach(harm -> at(shown, trials, harm, most, false));
        }
        return new CardFigures(List.copyOf(shown.values()));
    }

    private static void at(
            Map<String, Shown> shown, Map<String, TrialText> trials, String figure, int most, boolean result) {
        int slash = figure.lastIndexOf('/');
        String id = slash < 0 ? figure : figure.substring(0, slash);
        TrialText trial = trials.get(id);
        if (trial == null || (!shown.containsKey(id) && shown.size() >= most)) {
            return;
        }
        Shown entry = shown.computeIfAbsent(id, key -> new Shown(trial, new LinkedHashSet<>(), new LinkedHashSet<>()));
        (result ? entry.results() : entry.harms()).add(figure.substring(slash + 1));
    }

    /** Returns the trials in the order shown. */
    List<TrialText> trials() {
        return shown.stream().map(Shown::trial).toList();
    }

    /** Writes one table for each trial and pair of arms. */
    String tables(boolean remarks) {
        StringBuilder text = new StringBuilder();
        for (Shown entry : shown) {
            List<ResultText> rows = results(entry);
            if (!rows.isEmpty()) {
                table(entry.trial(), rows, text);
                if (remarks) {
                    remarks(rows, text);
                }
            }
        }
        return text.toString();
    }

    private static List<ResultText> results(Shown entry) {
        return entry.results().isEmpty() ? List.of() : entry.trial().results(entry.results());
    }

    private static void table(TrialText trial, List<ResultText> rows, StringBuilder text) {
        Map<ArmPair, List<ResultText>> byArms =
                rows.stream().collect(Collectors.groupingBy(ResultText::arms, LinkedHashMap::new, Collectors.toList()));
        byArms.forEach((arms, some) -> {
            String reference = arms.reference() == null ? "Comparison" : ArmPair.head(arms.reference());
            text.append("**").append(trial.heading()).append("**\n\n");
            text.append("| Outcome | ").append(ArmPair.head(arms.tested())).append(" | ");
            text.append(reference).append(" | Effect (confidence interval) |\n| --- | --- | --- | --- |\n");
            some.forEach(row -> text.append(row.row()).append('\n'));
            text.append('\n');
        });
    }

    private static void remarks(List<ResultText> rows, StringBuilder text) {
        List<String> remarks = new ArrayList<>();
        for (ResultText row : rows) {
            if (row.remark() != null) {
                remarks.add(row.remark());
            }
        }
        if (!remarks.isEmpty()) {
            remarks.forEach(remark -> text.append("- ").append(remark).append('\n'));
            text.append('\n');
        }
    }

    /** Draws the hazard ratios, or nothing where there is none. */
    String plot() {
        List<ResultText> rows = shown.stream()
                .flatMap(entry -> results(entry).stream())
                .filter(row -> row.plotted() != null)
                .limit(MOST_PLOTTED)
                .toList();
        return rows.isEmpty() ? "" : ForestPlot.draw(rows);
    }

    /** Lists the harms as counts, and the trials for which the source prints none. */
    String harms() {
        StringBuilder text = new StringBuilder();
        List<String> without = new ArrayList<>();
        for (Shown entry : shown) {
            List<String> harms = entry.trial().harms(entry.harms());
            harms.forEach(harm -> text.append("- ").append(harm).append('\n'));
            if (harms.isEmpty()) {
                without.add(Markdown.line(entry.trial().trial().shortName()));
            }
        }
        if (!without.isEmpty()) {
            text.append("- No harm figures in the source for: ")
                    .append(String.join(", ", without))
                    .append('\n');
        }
        return text.isEmpty() ? "" : "**Harms:**\n\n" + text;
    }
}
