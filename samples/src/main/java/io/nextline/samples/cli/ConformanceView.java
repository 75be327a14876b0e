package io.nextline.samples.cli;

import io.nextline.samples.cli.terminal.Screen;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Table;
import io.nextline.samples.cli.terminal.Text;
import io.nextline.samples.conformance.Level;
import io.nextline.samples.conformance.Report;
import io.nextline.samples.conformance.Requirement;
import io.nextline.samples.conformance.Result;
import io.nextline.samples.conformance.Verdict;
import java.util.List;
import java.util.Locale;

/** Shows the rules, and what became of them, as tables. */
final class ConformanceView {

    private final Screen screen;

    ConformanceView(Screen screen) {
        this.screen = screen;
    }

    /** Shows every rule. */
    void list(List<Requirement> rules) {
        Table table = new Table("level", "id", "section", "rule");
        for (Requirement rule : rules) {
            table.row(Text.of(rule.level().name()), Text.of(rule.id()), Text.of(rule.section()), Text.of(rule.text()));
        }
        screen.print(table.lines(screen.width()));
    }

    /** Shows every result, then what was broken, and returns the exit code that it means. */
    int show(Report report) {
        screen.print(services(report.services()));
        screen.line();
        Table table = new Table("result", "level", "id", "section");
        for (Result each : report.results()) {
            Requirement rule = each.requirement();
            table.row(
                    verdict(each.verdict()), Text.of(rule.level().name()), Text.of(rule.id()), Text.of(rule.section()));
        }
        screen.print(table.lines(screen.width()));
        screen.line();
        report.results().forEach(this::detail);
        screen.print(summary(report));
        return exitCode(report);
    }

    /** Returns the exit code that a report means. */
    static int exitCode(Report report) {
        return report.count(Verdict.FAIL) > 0 ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private static String services(List<String> services) {
        return services.isEmpty() ? "No service was found." : "Services: " + String.join(", ", services);
    }

    private void detail(Result result) {
        if (result.verdict() != Verdict.FAIL && result.verdict() != Verdict.WARN) {
            return;
        }
        Requirement rule = result.requirement();
        screen.print(verdict(result.verdict()).plus(" " + rule.id(), Style.BOLD));
        indented(rule.level() + ": " + rule.text());
        indented("seen: " + result.seen());
        screen.line();
    }

    private void indented(String text) {
        screen.print(Text.of(text).wrappedHanging(screen.width() - 2, 2), 2);
    }

    private static Text verdict(Verdict verdict) {
        Style style = switch (verdict) {
            case PASS -> Style.GOOD;
            case FAIL -> Style.BAD;
            case WARN -> Style.ALERT;
            case SKIP -> Style.FAINT;
        };
        return Text.of(verdict.name().toLowerCase(Locale.ROOT), style);
    }

    private static Text summary(Report report) {
        int failed = report.count(Verdict.FAIL);
        String counts = report.results().size() + " rules: " + report.count(Verdict.PASS) + " passed, " + failed
                + " failed, " + report.count(Verdict.WARN) + " warned, " + report.count(Verdict.SKIP) + " skipped. ";
        return failed == 0
                ? Text.of(counts).plus("No " + Level.SHALL + " is broken.", Style.GOOD)
                : Text.of(counts).plus(failed + " " + Level.SHALL + " broken.", Style.BAD);
    }
}
