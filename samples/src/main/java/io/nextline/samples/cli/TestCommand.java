package io.nextline.samples.cli;

import io.nextline.core.Nextline;
import io.nextline.samples.cli.input.UnreadableInputException;
import io.nextline.samples.cli.terminal.Screen;
import io.nextline.samples.patients.FolderResult;
import io.nextline.samples.patients.JUnitReport;
import io.nextline.samples.patients.PatientCheck;
import io.nextline.samples.patients.PatientFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code test}: holds the engine to the sample patients below a folder. */
@Command(
        name = "test",
        header = "Runs every sample patient below a folder and shows each difference.",
        description = {
            "%nA sample patient is a folder, at any depth below DIR, that holds bundle.json (a FHIR Bundle) and",
            "expected.json (the answer expected, only what it names is compared), and the files of drafted",
            "orders that it names. Adding a patient is adding a folder; PATIENTS.md explains the fields.%n"
        },
        footer = {
            "%nExit code 0 when every patient gives what is expected, 1 with differences, 3 when a folder",
            "or file cannot be read.",
            "%nExamples:",
            "  nextline test patients",
            "  nextline test patients --junit target/nextline-patients.xml",
            "%nThe smallest expected.json:",
            "  {\"asOf\": \"2026-11-21\", \"noCardReason\": \"not-progressed\", \"statements\": {\"DS-1\": \"false\"}}"
        })
final class TestCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The folder to look below.")
    private Path folder = Path.of("");

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results as JUnit XML too.")
    private @Nullable Path junit;

    @Mixin
    private DisplayOptions display = new DisplayOptions();

    TestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            String problem = Files.exists(folder) ? "is no folder" : "there is no such folder";
            throw new UnreadableInputException(
                    folder.toString(), problem, "Give the folder above the sample patients' folders");
        }
        PatientFolders folders = PatientFolders.below(folder);
        if (folders.byName().isEmpty() && folders.unreadable().isEmpty()) {
            throw new UnreadableInputException(
                    folder.toString(),
                    "holds no sample patient",
                    "Add a folder with bundle.json and expected.json; 'nextline test --help' shows the smallest one");
        }
        // The report's place first: nobody wants to learn of a mistyped path after a long run.
        writeReport(List.of());
        List<FolderResult> results = results(folders.byName());
        writeReport(results);
        Screen screen = display.screen(console);
        return new TestView(screen).show(results, folders.unreadable());
    }

    private List<FolderResult> results(Map<String, Path> folders) {
        PatientCheck check = new PatientCheck(Nextline.load());
        Progress progress = new Progress(console, folders.size());
        List<FolderResult> results = new ArrayList<>();
        folders.forEach((name, path) -> {
            progress.next(name);
            results.add(check.check(path, name));
        });
        progress.end();
        return results;
    }

    private void writeReport(List<FolderResult> results) {
        if (junit != null) {
            String suite = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
            ReportFile.write("--junit", junit, JUnitReport.of(suite, results));
        }
    }
}
