package io.nextline.samples.cli;

import io.nextline.core.Nextline;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.samples.cli.explain.BriefView;
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
            "%nTells on one screen what was concluded from the record, from which entries and with which dates:",
            "the cancer, the lines of therapy, progression, the patient's condition, the statements that apply,",
            "and what is missing. --all tells everything: each statement with its criteria (met, not met,",
            "unknown) and every entry that counts.%n"
        },
        footer = {
            "%nExamples:",
            "  nextline explain patient.json",
            "  nextline explain patient.json --draft nivolumab.json --as-of 2026-11-21 --all"
        })
final class ExplainCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private PatientOptions patient = new PatientOptions();

    @Mixin
    private DisplayOptions display = new DisplayOptions();

    @Option(names = "--all", description = "Tell everything, not only what fits on one screen.")
    private boolean all;

    @Option(names = "--json", description = "Print everything as JSON, and nothing else.")
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
        } else if (all) {
            new StoryView(display.screen(console)).tell(report);
        } else {
            new BriefView(display.screen(console)).tell(report);
        }
        return ExitCode.DONE;
    }
}
