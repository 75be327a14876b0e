package io.nextline.samples.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code feedback}: what clinicians did with the cards; its work is done by its subcommands. */
@Command(
        name = "feedback",
        header = "What clinicians did with the cards, as clients reported it.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "%nExamples:",
            "  nextline feedback export --store feedback.db > feedback.csv",
            "  nextline feedback summary --store feedback.db --from 2026-10-01"
        })
final class FeedbackCommand {

    private FeedbackCommand() {}

    static CommandLine with(Console console) {
        return new CommandLine(new FeedbackCommand())
                .addSubcommand(new FeedbackExportCommand(console))
                .addSubcommand(new FeedbackSummaryCommand(console));
    }
}
