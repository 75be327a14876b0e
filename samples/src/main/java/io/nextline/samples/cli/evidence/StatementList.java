package io.nextline.samples.cli.evidence;

import io.nextline.core.evidence.Statement;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Table;
import io.nextline.samples.cli.terminal.Text;
import java.util.List;

/** The statements of the base, one row each. */
public final class StatementList {

    private StatementList() {}

    /** Returns the table, no wider than {@code width}. */
    public static List<Text> lines(List<Statement> statements, int width) {
        Table table = new Table("Id", "Kind", "Strength", "Trials", "What it says");
        for (Statement statement : statements) {
            table.row(
                    Text.of(statement.id(), Style.BOLD),
                    Text.of(statement.kind().id()),
                    Text.of(statement.strength().id()),
                    Text.of(String.join(", ", statement.trials())),
                    Text.of(statement.summary()));
        }
        return table.lines(width);
    }
}
