package io.nextline.samples.cli.evidence;

import io.nextline.core.trial.Arm;
import io.nextline.core.trial.ArmResult;
import io.nextline.core.trial.Effect;
import io.nextline.core.trial.Events;
import io.nextline.core.trial.Harm;
import io.nextline.core.trial.Median;
import io.nextline.core.trial.Rate;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import io.nextline.samples.cli.terminal.Screen;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Table;
import io.nextline.samples.cli.terminal.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of one trial: each result with both arms and the effect, then the harms side by side. */
final class TrialResults {

    private static final int INDENT = 2;
    private static final String DISPUTED = " [disputed]";

    private final Screen screen;
    private final Trial trial;

    TrialResults(Screen screen, Trial trial) {
        this.screen = screen;
        this.trial = trial;
    }

    void print() {
        if (!trial.results().isEmpty()) {
            screen.heading("Results");
            trial.results().forEach(this::result);
        }
        harms();
    }

    private void result(Result result) {
        List<Text> lines = new ArrayList<>(heading(result).wrappedHanging(room(), INDENT));
        Table table = new Table();
        for (ArmResult arm : result.arms()) {
            table.row(Text.of(arm(arm.arm())), Text.of(figures(arm)));
        }
        table.lines(room() - INDENT).forEach(line -> lines.add(line.indented(INDENT)));
        effect(lines, result.effect());
        effect(lines, result.ratio());
        String finding = result.finding();
        if (finding != null) {
            add(lines, Text.of(finding));
        }
        screen.print(lines, INDENT);
    }

    private Text heading(Result result) {
        Text heading = Text.of(result.endpoint(), Style.BOLD).plus(" " + result.label());
        heading = switch (result.role()) {
            case PRIMARY -> heading.plus(", primary endpoint");
            case NOT_PRIMARY -> heading.plus(", not the primary endpoint");
            case UNSTATED -> heading;
        };
        return heading.plus(
                more(result.population()) + more(result.timepoint()) + more(result.assessment()), Style.FAINT);
    }

    private static String more(@Nullable String part) {
        return part == null ? "" : ", " + part;
    }

    private static String figures(ArmResult arm) {
        List<String> figures = new ArrayList<>();
        Median median = arm.median();
        if (median != null) {
            figures.add("median " + median.textWithInterval() + (median.disputed() ? DISPUTED : ""));
        }
        Rate rate = arm.rate();
        if (rate != null) {
            String at = rate.at() == null ? "" : " at " + rate.at();
            figures.add(rate.textWithInterval() + at + (rate.disputed() ? DISPUTED : ""));
        }
        Events events = arm.events();
        if (events != null) {
            figures.add(events.text() + (events.what() == null ? "" : " " + events.what()));
        }
        return figures.isEmpty() ? "not printed in the source" : String.join("; ", figures);
    }

    private void effect(List<Text> lines, @Nullable Effect effect) {
        if (effect == null) {
            return;
        }
        Text text = Text.of(effect.text(), Style.BOLD)
                .plus(compared(effect))
                .plus(effect.pText().isEmpty() ? "" : ", " + effect.pText())
                .plus(more(effect.adjustment()) + more(effect.test()) + more(effect.sided()))
                .plus(effect.disputed() ? DISPUTED : "", Style.OPEN);
        add(lines, text);
    }

    private String compared(Effect effect) {
        String arm = effect.arm();
        String reference = effect.reference();
        return arm == null || reference == null ? "" : ", " + arm(arm) + " against " + arm(reference);
    }

    private void add(List<Text> lines, Text text) {
        text.wrappedHanging(room() - INDENT, INDENT).forEach(line -> lines.add(line.indented(INDENT)));
    }

    private void harms() {
        if (trial.harms().isEmpty()) {
            return;
        }
        List<String> arms = trial.harms().stream().map(Harm::arm).distinct().toList();
        List<String> head = new ArrayList<>(List.of("Harm"));
        arms.forEach(arm -> head.add(arm(arm)));
        Table table = new Table(head.toArray(String[]::new));
        harmRows(arms).forEach((event, cells) -> table.row(cells));
        screen.heading("Harms");
        screen.print(table.lines(room()), INDENT);
    }

    private Map<String, List<Text>> harmRows(List<String> arms) {
        Map<String, List<Text>> rows = new LinkedHashMap<>();
        for (Harm harm : trial.harms()) {
            List<Text> row = rows.computeIfAbsent(harm.id(), id -> emptyRow(harm.event(), arms.size()));
            row.set(1 + arms.indexOf(harm.arm()), Text.of(harm.count().text()));
        }
        return rows;
    }

    private static List<Text> emptyRow(String event, int arms) {
        List<Text> row = new ArrayList<>();
        row.add(Text.of(event));
        for (int i = 0; i < arms; i++) {
            row.add(Text.EMPTY);
        }
        return row;
    }

    private String arm(String id) {
        return trial.arm(id).map(Arm::label).orElse(id);
    }

    private int room() {
        return screen.width() - INDENT;
    }
}
