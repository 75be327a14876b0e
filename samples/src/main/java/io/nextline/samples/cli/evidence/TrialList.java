package io.nextline.samples.cli.evidence;

import io.nextline.core.trial.Arm;
import io.nextline.core.trial.ArmResult;
import io.nextline.core.trial.Effect;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import io.nextline.samples.cli.terminal.Style;
import io.nextline.samples.cli.terminal.Table;
import io.nextline.samples.cli.terminal.Text;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The trials of the base, one row each. */
public final class TrialList {

    private TrialList() {}

    /** Returns the table, no wider than {@code width}. */
    public static List<Text> lines(List<Trial> trials, int width) {
        Table table = new Table("Trial", "Phase", "Status", "Layer", "Arms", "Leading result");
        for (Trial trial : trials) {
            String phase = trial.phase();
            table.row(
                    Text.of(trial.id(), Style.BOLD),
                    Text.of(phase == null ? "" : phase),
                    Text.of(trial.status().id()),
                    Text.of(trial.layer().id()),
                    Text.of(arms(trial)),
                    Text.of(result(trial)));
        }
        return table.lines(width);
    }

    private static String arms(Trial trial) {
        return trial.arms().stream().map(Arm::label).collect(Collectors.joining(" vs "));
    }

    private static String result(Trial trial) {
        Comparator<Result> primaryFirst = Comparator.comparing(Result::role);
        return trial.results().stream()
                .filter(result -> !figures(result).isEmpty())
                .min(primaryFirst.thenComparing(result -> result.effect() == null))
                .map(result -> result.endpoint() + (isPrimary(result) ? " (primary) " : " ") + figures(result))
                .orElse("");
    }

    private static boolean isPrimary(Result result) {
        return result.role() == Result.Role.PRIMARY;
    }

    private static String figures(Result result) {
        Effect effect = result.effect();
        if (effect != null && !effect.disputed()) {
            return effect.text();
        }
        return result.arms().stream()
                .map(arm -> figure(arm, result.endpoint()))
                .filter(figure -> !figure.isEmpty())
                .collect(Collectors.joining(" vs "));
    }

    /** Returns one arm's leading figure that no source disputes, or nothing. */
    private static String figure(ArmResult arm, String endpoint) {
        if (arm.median() != null && !arm.median().disputed()) {
            return arm.median().text();
        }
        if (arm.rate() != null && !arm.rate().disputed()) {
            return arm.rate().text() + at(arm.rate().at(), endpoint);
        }
        return arm.events() == null ? "" : arm.events().text();
    }

    private static String at(@Nullable String time, String endpoint) {
        return time == null || endpoint.endsWith(time) ? "" : " at " + time;
    }
}
