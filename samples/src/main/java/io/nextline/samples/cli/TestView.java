package io.nextline.samples.cli;

import io.nextline.samples.cli.terminal.Screen;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Text;
import io.nextline.samples.patients.CheckResult;
import io.nextline.samples.patients.Difference;
import io.nextline.samples.patients.FolderResult;
import java.util.List;

/** Shows what came out of the sample patients: every difference and every problem, then one line that sums up. */
final class TestView {

    private static final int STEP = 2;
    private static final int REASONS = 3;

    private final Screen screen;

    TestView(Screen screen) {
        this.screen = screen;
    }

    /** Shows everything and returns the exit code that it means. */
    int show(List<FolderResult> results, List<String> unreadable) {
        results.stream().filter(result -> !result.isAsExpected()).forEach(this::folder);
        unreadable.forEach(problem -> line(Text.of("[!] ", Style.ALERT).plus(problem), 0));
        if (!unreadable.isEmpty()) {
            screen.line();
        }
        long broken = unreadable.size()
                + results.stream().filter(each -> !each.problems().isEmpty()).count();
        long differing = results.stream().filter(each -> each.differences() > 0).count();
        screen.print(summary(results, broken, differing));
        if (broken > 0) {
            return ExitCode.UNREADABLE;
        }
        return differing > 0 ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private void folder(FolderResult result) {
        screen.print(Text.of(result.name(), Style.BOLD));
        result.problems().forEach(problem -> line(Text.of("[!] ", Style.ALERT).plus(problem), STEP));
        for (CheckResult check : result.checks()) {
            if (!check.differences().isEmpty()) {
                line(Text.of(check.name()), STEP);
                check.differences().forEach(this::difference);
            }
        }
        screen.line();
    }

    private void difference(Difference difference) {
        line(Text.of("[-] ", Style.BAD).plus(difference.words()), 2 * STEP);
        difference.because().stream()
                .limit(REASONS)
                .forEach(reason -> line(Text.of("because: " + reason, Style.FAINT), 4 * STEP));
    }

    private void line(Text text, int indent) {
        screen.print(text.wrappedHanging(screen.width() - indent, 2 * STEP), indent);
    }

    private static Text summary(List<FolderResult> results, long broken, long differing) {
        int checks = results.stream().mapToInt(each -> each.checks().size()).sum();
        int differences = results.stream().mapToInt(FolderResult::differences).sum();
        String ran = count(results.size(), "sample patient") + ", " + count(checks, "check") + ": ";
        if (broken == 0 && differing == 0) {
            return Text.of(ran).plus("all as expected.", Style.GOOD);
        }
        String found = differences == 0
                ? "no differences"
                : count(differences, "difference") + " in " + count(differing, "sample patient");
        return Text.of(ran).plus(found + (broken == 0 ? "." : ", " + broken + " not readable."), Style.BAD);
    }

    private static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
