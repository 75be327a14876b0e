package io.nextline.samples.cli;

import io.nextline.cdshooks.card.Card;
import io.nextline.cdshooks.card.CardRenderer;
import io.nextline.cdshooks.page.StoryPage;
import io.nextline.core.Nextline;
import io.nextline.core.evidence.EvidenceReport;
import io.nextline.samples.cli.explain.BriefView;
import io.nextline.samples.cli.explain.StoryBuilder;
import io.nextline.samples.cli.explain.StoryJson;
import io.nextline.samples.cli.explain.StoryView;
import io.nextline.samples.cli.input.Question;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "unknown) and every entry that counts. --html writes it all as one page with a timeline, to be mailed",
            "or printed; the page holds patient data.%n"
        },
        footer = {
            "%nExamples:",
            "  nextline explain patient.json",
            "  nextline explain patient.json --draft nivolumab.json --as-of 2026-11-21 --all",
            "  nextline explain patient.json --html story.html"
        })
final class ExplainCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";

    private final Console console;

    @Mixin
    private PatientOptions patient = new PatientOptions();

    @Mixin
    private DisplayOptions display = new DisplayOptions();

    @Option(names = "--all", description = "Tell everything, not only what fits on one screen.")
    private boolean all;

    @Option(names = "--json", description = "Print everything as JSON, and nothing else.")
    private boolean json;

    @Option(
            names = "--html",
            paramLabel = "OUT",
            description = {
                "Write everything as one HTML page to this file; - prints it. An earlier page is written over,",
                "any other file is not."
            })
    private @Nullable String html;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (html != null && (json || all)) {
            throw new UsageException("--html tells everything already; leave out " + (json ? "--json" : "--all"));
        }
        return html == null ? tell() : page(html);
    }

    private int tell() {
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

    // The page's place first: nobody wants to learn of a mistyped path after the work is done.
    private int page(String out) {
        StoryFile file = out.equals(STANDARD_OUTPUT) ? null : StoryFile.at(Path.of(out));
        Question question = patient.read(console);
        Nextline nextline = Nextline.load();
        EvidenceReport report = question.answer(nextline);
        List<String> cards = new CardRenderer(nextline.evidence())
                .render(report, question.hookInstance()).stream()
                        .map(Card::summary)
                        .toList();
        String page = StoryPage.of(StoryBuilder.of(report, question.localTherapies(nextline), cards));
        if (file == null) {
            console.out().print(page);
        } else {
            file.write(page);
            console.out().println("The story is in " + out + ". It holds patient data.");
        }
        return ExitCode.DONE;
    }
}
