package io.nextline.samples.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nextline.cdshooks.feedback.FeedbackSummary;
import io.nextline.cdshooks.feedback.FeedbackSummary.Line;
import io.nextline.cdshooks.feedback.Outcome;
import io.nextline.cdshooks.feedback.Period;
import io.nextline.cdshooks.feedback.Reason;
import io.nextline.samples.cli.terminal.Screen;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Table;
import io.nextline.samples.cli.terminal.Text;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code feedback summary}: what became of the cards, by statement and reason. */
@Command(
        name = "summary",
        header = "Counts what became of the cards, by statement and reason.",
        description = {
            "%nA card with several statements counts with each. A card that nobody reacted to is never reported.%n"
        },
        footer = {"%nExample:", "  nextline feedback summary --store feedback.db --from 2026-10-01"})
final class FeedbackSummaryCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private FeedbackOptions feedback = new FeedbackOptions();

    @Mixin
    private DisplayOptions display = new DisplayOptions();

    @Option(names = "--json", description = "Print a JSON array, and nothing else.")
    private boolean json;

    FeedbackSummaryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Period period = feedback.period();
        feedback.with(store -> print(FeedbackSummary.of(store, period)));
        return ExitCode.DONE;
    }

    private void print(List<Line> lines) {
        if (json) {
            Json.print(console.out(), out -> write(out, lines));
        } else {
            show(display.screen(console), lines);
        }
    }

    private static void write(JsonGenerator out, List<Line> lines) throws IOException {
        out.writeStartArray();
        for (Line line : lines) {
            out.writeStartObject();
            if (!line.statement().isEmpty()) {
                out.writeStringField("statement", line.statement());
            }
            out.writeStringField("outcome", line.outcome().code());
            if (line.reason() != null) {
                out.writeStringField("reasonCode", line.reason().code());
                out.writeStringField("reasonSystem", line.reason().system());
                if (line.reason().display() != null) {
                    out.writeStringField("reasonDisplay", line.reason().display());
                }
            }
            out.writeNumberField("cards", line.cards());
            out.writeNumberField("reports", line.reports());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void show(Screen screen, List<Line> lines) {
        if (lines.isEmpty()) {
            screen.print("There is no feedback of that time.");
            return;
        }
        Table table = new Table("Statement", "Outcome", "Reason", "Cards", "Reports");
        for (Line line : lines) {
            table.row(
                    Text.of(line.statement().isEmpty() ? "not known" : line.statement(), Style.BOLD),
                    Text.of(line.outcome().code()),
                    Text.of(reason(line)),
                    Text.of(Integer.toString(line.cards())),
                    Text.of(Integer.toString(line.reports())));
        }
        screen.print(table.lines(screen.width()));
    }

    private static String reason(Line line) {
        Reason reason = line.reason();
        if (reason == null) {
            return line.outcome() == Outcome.ACCEPTED ? "" : "no reason given";
        }
        return reason.display() == null ? reason.code() : reason.display();
    }
}
