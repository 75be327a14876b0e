package io.nextline.samples.cli;

import io.nextline.core.Nextline;
import io.nextline.samples.cli.answer.Answers;
import io.nextline.samples.cli.input.SampleCase;
import io.nextline.samples.cli.input.SampleCases;
import io.nextline.samples.cli.terminal.Screen;
import io.nextline.samples.cli.terminal.Text;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demo}: the bundled sample patients and their cards. */
@Command(
        name = "demo",
        header = "Evaluates the bundled sample patients and shows their cards.",
        footer = {"%nExamples:", "  nextline demo", "  nextline demo 01 --width 120", "  nextline demo --full"})
final class DemoCommand implements Callable<Integer> {

    private static final String PATIENTS = "samples/src/main/resources/io/nextline/samples/patients/";

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "PATIENT",
            description = "The start of a sample's name, for example 01; all samples if not given.")
    private @Nullable String wanted;

    @Option(names = "--full", description = "Show every card whole, not only those of the first patient.")
    private boolean full;

    @Mixin
    private DisplayOptions display = new DisplayOptions();

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<SampleCase> cases = selected();
        Screen screen = display.screen(console);
        SampleShow show = new SampleShow(screen, new Answers(Nextline.load()));
        screen.print("Synthetic patients; no row describes a real person. Not a medical device.");
        screen.line();
        for (SampleCase sample : cases) {
            show.show(sample, full || sample.equals(cases.get(0)));
        }
        show.overview();
        goOn(screen, cases.get(0));
        return ExitCode.DONE;
    }

    private List<SampleCase> selected() {
        List<SampleCase> all = new SampleCases().all();
        List<SampleCase> named = all.stream()
                .filter(sample -> wanted == null || sample.folder().startsWith(wanted))
                .toList();
        if (named.isEmpty()) {
            List<String> folders = all.stream().map(SampleCase::folder).toList();
            throw new UsageException(
                    "there is no sample patient '" + wanted + "'; there are " + String.join(", ", folders));
        }
        return named;
    }

    private static void goOn(Screen screen, SampleCase sample) {
        String bundle = PATIENTS + sample.folder() + "/bundle.json";
        screen.heading("How to go on");
        way(screen, "Why an answer is what it is:", "explain " + bundle);
        way(
                screen,
                "Your own patient (a FHIR Bundle as JSON), with the CDS Hooks response as JSON:",
                "evaluate patient.json --json");
        way(
                screen,
                "The playground in a browser, and the service for a CDS Hooks client on this machine:",
                "serve --dev");
    }

    // A command is copied, so it stays on one line whatever the width.
    private static void way(Screen screen, String what, String command) {
        screen.print(what);
        screen.print(List.of(Text.of("    java -jar samples/target/nextline.jar " + command)));
    }
}
