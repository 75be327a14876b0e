package io.nextline.samples.cli.evidence;

import io.nextline.core.criterion.Criterion;
import io.nextline.core.evidence.Statement;
import io.nextline.core.fact.DiagnosisType;
import io.nextline.samples.cli.terminal.Screen;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Table;
import io.nextline.samples.cli.terminal.Text;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything the base holds on one statement. */
public final class StatementPage {

    private static final int INDENT = 2;

    private StatementPage() {}

    /** Prints the page. */
    public static void print(Screen screen, Statement statement) {
        screen.print(Text.of(statement.id(), Style.HEADING)
                .plus("  " + statement.kind().id() + ", " + statement.strength().display()));
        screen.print(Text.of(statement.summary(), Style.BOLD));
        screen.line();
        screen.print(statement.text());
        screen.line();
        screen.print(about(statement).lines(screen.width()));
        criterion(screen, "Holds for patients with", statement.population());
        criterion(screen, "When this is drafted", statement.proposal());
        if (!statement.limits().isEmpty()) {
            screen.heading("Limits");
            for (String limit : statement.limits()) {
                screen.print(Text.of("- " + limit).wrappedHanging(screen.width() - INDENT, 2), INDENT);
            }
        }
    }

    private static Table about(Statement statement) {
        Table table = new Table();
        String published = statement.published();
        row(table, "Question", statement.topic().display());
        row(table, "Cancers", cancers(statement.cancers()));
        row(table, "Drugs", String.join(", ", statement.drugs()));
        row(table, "Trials", String.join(", ", statement.trials()));
        row(
                table,
                "Layer",
                statement.seed() ? "seed" : "update" + (published == null ? "" : ", published " + published));
        row(table, "Turns off", String.join(", ", statement.guards()));
        row(table, "Supersedes", String.join(", ", statement.supersedes()));
        row(table, "Source", statement.source());
        return table;
    }

    private static String cancers(List<DiagnosisType> cancers) {
        return cancers.stream().map(DiagnosisType::display).collect(Collectors.joining(", "));
    }

    private static void row(Table table, String name, String value) {
        if (!value.isEmpty()) {
            table.row(Text.of(name, Style.FAINT), Text.of(value));
        }
    }

    private static void criterion(Screen screen, String heading, @Nullable Criterion criterion) {
        if (criterion != null) {
            screen.heading(heading);
            screen.print(CriterionView.lines(criterion, screen.width() - INDENT), INDENT);
        }
    }
}
