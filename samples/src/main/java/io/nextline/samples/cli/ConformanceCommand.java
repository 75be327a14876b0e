package io.nextline.samples.cli;

import io.nextline.samples.cli.input.UnreadableInputException;
import io.nextline.samples.conformance.Catalogue;
import io.nextline.samples.conformance.Conformance;
import io.nextline.samples.conformance.Report;
import io.nextline.samples.conformance.Target;
import io.nextline.samples.conformance.UnreachableException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code conformance}: holds any CDS Hooks service to the rules, one by one. */
@Command(
        name = "conformance",
        header = "Checks any CDS Hooks service, requirement by requirement.",
        description = {
            "%nAsks the service over HTTP, with an invented patient, rightly and wrongly, and tells of each rule",
            "whether it was kept. URL is the base: discovery is at URL/cds-services. Feedback that is sent in the",
            "course of it is on invented cards, with a comment that says so.%n"
        },
        footer = {
            "%nExit code 0 when no SHALL is broken, 1 with findings, 3 when nothing answers at the URL.",
            "%nExamples:",
            "  nextline conformance http://127.0.0.1:8080",
            "  nextline conformance https://cds.example.org/r4 --token-file token.txt --expects-auth",
            "  nextline conformance --list"
        })
final class ConformanceCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "URL", arity = "0..1", description = "The service's base URL.")
    private @Nullable String url;

    @Option(names = "--list", description = "Print the rules instead.")
    private boolean list;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results as JUnit XML too.")
    private @Nullable Path junit;

    @Mixin
    private TargetOptions options = new TargetOptions();

    @Mixin
    private DisplayOptions display = new DisplayOptions();

    ConformanceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = Catalogue.load();
        if (list) {
            list(catalogue);
            return ExitCode.DONE;
        }
        Target target = options.target(base());
        ReportFile.write("--junit", junit, ConformanceJUnit.of(target.base().toString(), List.of()));
        Report report = run(target, catalogue);
        ReportFile.write("--junit", junit, ConformanceJUnit.of(target.base().toString(), report.results()));
        if (json) {
            Json.print(
                    console.out(),
                    out -> ConformanceJson.report(out, target.base().toString(), report));
            return ConformanceView.exitCode(report);
        }
        return new ConformanceView(display.screen(console)).show(report);
    }

    private void list(Catalogue catalogue) {
        if (json) {
            Json.print(console.out(), out -> ConformanceJson.catalogue(out, catalogue.all()));
        } else {
            new ConformanceView(display.screen(console)).list(catalogue.all());
        }
    }

    private URI base() {
        if (url == null) {
            throw new UsageException("name the URL of the service, or --list. 'nextline conformance --help' shows how");
        }
        try {
            return URI.create(url.endsWith("/cds-services") ? url.substring(0, url.lastIndexOf('/')) : url);
        } catch (IllegalArgumentException noUrl) {
            throw new UsageException(url + " is no URL; name one as in http://127.0.0.1:8080");
        }
    }

    private Report run(Target target, Catalogue catalogue) {
        Steps steps = new Steps(console);
        try {
            return Conformance.run(target, catalogue, steps);
        } catch (UnreachableException unreachable) {
            throw new UnreadableInputException(
                    String.valueOf(url),
                    String.valueOf(unreachable.getMessage()),
                    "Check the URL, and that the service runs");
        } finally {
            steps.end();
        }
    }

    /** Shows the steps as they come; how many there are is known only with the first. */
    private static final class Steps implements ObjIntConsumer<String> {

        private final Console console;
        private @Nullable Progress progress;

        Steps(Console console) {
            this.console = console;
        }

        @Override
        public void accept(String step, int of) {
            if (progress == null) {
                progress = new Progress(console, of);
            }
            progress.next(step);
        }

        void end() {
            if (progress != null) {
                progress.end();
            }
        }
    }
}
