package io.nextline.samples.cli;

import io.nextline.core.evidence.EvidenceBase;
import io.nextline.core.trial.Problem;
import io.nextline.samples.cli.input.UnreadableInputException;
import io.nextline.samples.cli.lint.EvidenceFolder;
import io.nextline.samples.cli.terminal.Screen;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Text;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lint}: checks an evidence folder. */
@Command(
        name = "lint",
        header = "Checks an evidence folder against the schemas and rules.",
        description = {
            "%nDIR holds trials/, statements/, vocabulary/ and profile.json, as in the jar under io/nextline/evidence.",
            "Every problem is printed as file, path in the file, and what would put it right.%n"
        },
        footer = {"%nExit code 0 when clean, 1 with problems, 3 when DIR cannot be read."})
final class LintCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The evidence folder.")
    private Path folder = Path.of("");

    @Mixin
    private DisplayOptions display = new DisplayOptions();

    LintCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        checkFolder();
        Screen screen = display.screen(console);
        EvidenceFolder evidence = new EvidenceFolder(folder);
        List<Problem> problems = problems(evidence);
        EvidenceBase base = evidence.base();
        if (problems.isEmpty() && base != null) {
            screen.print("Clean: " + base.trials().size() + " trials, "
                    + base.statements().size() + " statements, version " + base.version() + ".");
            return ExitCode.DONE;
        }
        print(screen, problems);
        return ExitCode.FINDINGS;
    }

    private List<Problem> problems(EvidenceFolder evidence) {
        try {
            return evidence.problems();
        } catch (UncheckedIOException unreadable) {
            throw new UnreadableInputException(
                    folder.toString(), "holds a file that cannot be read", "Check permissions");
        }
    }

    private void checkFolder() {
        if (!Files.isDirectory(folder)) {
            String problem = Files.exists(folder) ? "is no folder" : "there is no such folder";
            throw new UnreadableInputException(folder.toString(), problem, "Give the folder that holds trials/");
        }
        if (!Files.isReadable(folder)) {
            throw new UnreadableInputException(folder.toString(), "may not be read", "Check its permissions");
        }
    }

    private static void print(Screen screen, List<Problem> problems) {
        for (Problem problem : problems) {
            Text where = Text.of(problem.file(), Style.BOLD).plus(" " + problem.path() + ": ");
            screen.print(where.plus(problem.message()).wrappedHanging(screen.width(), 2));
        }
        screen.line();
        screen.print(problems.size() == 1 ? "1 problem." : problems.size() + " problems.");
    }
}
