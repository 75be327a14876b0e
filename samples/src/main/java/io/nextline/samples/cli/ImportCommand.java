package io.nextline.samples.cli;

import io.nextline.core.trial.EvidenceException;
import io.nextline.core.trial.Problem;
import io.nextline.fhir.evidence.EvidenceImport;
import io.nextline.fhir.evidence.EvidenceImport.ImportedTrial;
import io.nextline.samples.cli.input.UnreadableInputException;
import io.nextline.samples.cli.lint.TrialFolder;
import io.nextline.samples.cli.terminal.Screen;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code import}: trials from FHIR resources into an evidence folder. */
@Command(
        name = "import",
        header = "Reads trials from FHIR R5 resources into an evidence folder.",
        description = {
            "%nTakes ResearchStudy resources in the shape that 'export --fhir r5' writes, with the Evidence, EvidenceVariable,",
            "Group and Citation resources that they name, and writes one file each into the folder trials. Other",
            "resources, decision statements among them, are left aside. Nothing is written as long as there is a problem.%n"
        },
        footer = {
            "%nExit code 0 when done, 1 with problems, 3 when the input cannot be read.",
            "%nExamples:",
            "  nextline import --fhir bundle.json --to evidence && nextline lint evidence"
        })
final class ImportCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--fhir",
            paramLabel = "FILE|DIR",
            required = true,
            description = "A resource, a Bundle, or a folder of such JSON files.")
    private Path source = Path.of("");

    @Option(names = "--to", paramLabel = "EVIDENCE_DIR", required = true, description = "The evidence folder.")
    private Path target = Path.of("");

    @Option(names = "--replace", description = "Replace a trial that is already there and says something else.")
    private boolean replace;

    @Mixin
    private DisplayOptions display = new DisplayOptions();

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = display.screen(console);
        try {
            List<ImportedTrial> trials = new EvidenceImport().read(files());
            TrialFolder.Change change = new TrialFolder(target.resolve("trials")).put(trials, replace);
            screen.print("Read " + trials.size() + " trials: " + change.added() + " new, " + change.replaced()
                    + " replaced, " + change.unchanged() + " unchanged.");
            return ExitCode.DONE;
        } catch (EvidenceException unfit) {
            unfit.problems().forEach(problem -> print(screen, problem));
            screen.line();
            screen.print(unfit.problems().size() + " problems; nothing was written.");
            return ExitCode.FINDINGS;
        }
    }

    private static void print(Screen screen, Problem problem) {
        Text where = Text.of(problem.file(), Style.BOLD).plus(" " + problem.path() + ": ");
        screen.print(where.plus(problem.message()).wrappedHanging(screen.width(), 2));
    }

    private Map<String, byte[]> files() {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.isDirectory(source) ? Files.list(source) : Stream.of(source)) {
            for (Path file : files.filter(this::isInput).sorted().toList()) {
                contents.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw new UnreadableInputException(source.toString(), "cannot be read", "Check its name and permissions");
        }
        return contents;
    }

    private boolean isInput(Path file) {
        return file.equals(source) || String.valueOf(file.getFileName()).endsWith(".json");
    }
}
