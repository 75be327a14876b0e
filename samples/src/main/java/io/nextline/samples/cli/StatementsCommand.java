package io.nextline.samples.cli;

import io.nextline.cdshooks.page.StatementJson;
import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.evidence.Statement;
import io.nextline.samples.cli.evidence.StatementList;
import io.nextline.samples.cli.evidence.StatementPage;
import io.nextline.samples.cli.input.Nearest;
import io.nextline.samples.cli.terminal.Screen;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code statements}: the decision statements of the evidence base. */
@Command(
        name = "statements",
        header = "The decision statements of the evidence base, or everything on one of them.",
        footer = {"%nExamples:", "  nextline statements", "  nextline statements DS-1"})
final class StatementsCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "DS-n or UPD-n; all statements if not given.")
    private @Nullable String id;

    @Mixin
    private DisplayOptions display = new DisplayOptions();

    @Option(names = "--json", description = "Print a JSON array of statements, and nothing else.")
    private boolean json;

    StatementsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Statement> statements = selected();
        if (json) {
            Json.print(console.out(), generator -> StatementJson.write(generator, statements));
            return ExitCode.DONE;
        }
        Screen screen = display.screen(console);
        if (id == null) {
            screen.print(StatementList.lines(statements, screen.width()));
            screen.line();
            screen.print(
                    statements.size() + " statements. 'nextline statements ID' shows one of them with its criterion.");
        } else {
            statements.forEach(statement -> StatementPage.print(screen, statement));
        }
        return ExitCode.DONE;
    }

    private List<Statement> selected() {
        List<Statement> all = EvidenceBase.bundled().statements();
        if (id == null) {
            return all;
        }
        String wanted = id.toUpperCase(Locale.ROOT);
        List<Statement> named =
                all.stream().filter(statement -> statement.id().equals(wanted)).toList();
        if (named.isEmpty()) {
            List<String> ids = all.stream().map(Statement::id).toList();
            throw new UsageException("there is no statement '" + id + "'."
                    + Nearest.hint(wanted.toLowerCase(Locale.ROOT), ids) + " 'nextline statements' lists them.");
        }
        return named;
    }
}
