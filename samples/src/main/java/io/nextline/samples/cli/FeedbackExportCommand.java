package io.nextline.samples.cli;

import io.nextline.cdshooks.feedback.FeedbackWriter;
import io.nextline.cdshooks.feedback.Period;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code feedback export}: each feedback, for other programs. */
@Command(
        name = "export",
        header = "Writes each feedback: as a table for spreadsheets, or as one JSON object a line.",
        description = {
            "%nComments are the words of clinicians: they may name patients, so treat the export as the record.%n"
        },
        footer = {
            "%nExamples:",
            "  nextline feedback export --store feedback.db > feedback.csv",
            "  nextline feedback export --store feedback.db --format ndjson --from 2026-11-01 --to 2026-11-30"
        })
final class FeedbackExportCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private FeedbackOptions feedback = new FeedbackOptions();

    @Option(
            names = "--format",
            paramLabel = "csv|ndjson",
            description = "csv (the default): RFC 4180, safe to open in a spreadsheet; ndjson: one JSON object a line.")
    private String format = "csv";

    FeedbackExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        FeedbackWriter writer = writer();
        Period period = feedback.period();
        feedback.with(store -> {
            writer.begin();
            store.read(period, writer);
        });
        return ExitCode.DONE;
    }

    private FeedbackWriter writer() {
        return switch (format) {
            case "csv" -> FeedbackWriter.csv(console.out());
            case "ndjson" -> FeedbackWriter.ndjson(console.out());
            default -> throw new UsageException("--format takes csv or ndjson, not '" + format + "'");
        };
    }
}
