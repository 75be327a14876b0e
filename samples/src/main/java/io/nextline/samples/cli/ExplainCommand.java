package io.nextline.samples.cli;

import io.nextline.core.Nextline;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.samples.cli.explain.StoryJson;
import io.nextline.samples.cli.explain.StoryView;
import io.nextline.samples.cli.input.Question;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code explain}: why the answer is what it is. */
@Command(
        name = "explain",
        header = "Why the answer for one patient is what it is.",
        description = {
            "%nTells what was concluded from the record and from which entries, the lines of therapy,",
            "each statement with its criteria (met, not met, unknown), and what is missing.%n"
        },
        footer = {"%nExample:", "  nextline explain patient.json --draft nivolumab.json --as-of 2026-11-21"})
final class ExplainCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private PatientOptions patient = new PatientOptions();

    @Mixin
    private DisplayOptions display = new DisplayOptions();

    @Option(names = "--json", description = "Print the same as JSON, and nothing else.")
    private boolean json;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Question question = patient.read(console);
        EvidenceReport report = question.answer(Nextline.load());
        if (json) {
            Json.print(console.out(), generator -> new StoryJson(generator).write(report));
        } else {
            new StoryView(display.screen(console)).tell(report);
        }
        return ExitCode.DONE;
    }
}
