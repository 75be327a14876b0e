package io.nextline.cdshooks.card;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The figures of one trial on one card: a table for each pair of arms, what the source adds, and the harms. */
final class TrialFigures {

    private final TrialText trial;
    private final List<ResultText> rows;
    private final Map<List<String>, List<ResultText>> tables;
    private final List<String> harms;

    TrialFigures(TrialText trial, Collection<String> results, Collection<String> harms) {
        this.trial = trial;
        this.rows = results.isEmpty() ? List.of() : trial.results(results);
        this.tables = new LinkedHashMap<>();
        rows.forEach(row -> tables.merge(row.arms().ids(), List.of(row), TrialFigures::joined));
        this.harms = trial.harms(harms);
    }

    private static List<ResultText> joined(List<ResultText> some, List<ResultText> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    TrialText trial() {
        return trial;
    }

    /** Returns the results with a hazard ratio. */
    List<ResultText> plotted() {
        return rows.stream().filter(row -> row.plotted() != null).toList();
    }

    List<String> harms() {
        return harms;
    }

    void tables(TextSink text, boolean remarks) {
        tables.values().forEach(some -> {
            ArmPair arms = some.get(0).arms();
            text.add("**").add(trial.heading()).add("**\n\n| Outcome | ").add(arms.testedHead());
            text.add(" | ")
                    .add(arms.referenceHead())
                    .add(" | Effect (confidence interval) |\n| --- | --- | --- | --- |\n");
            some.forEach(row -> text.line("", row.row()));
            text.section();
        });
        if (remarks && rows.stream().anyMatch(row -> row.remark() != null)) {
            for (ResultText row : rows) {
                if (row.remark() != null) {
                    text.line("- ", row.remark());
                }
            }
            text.section();
        }
    }
}
