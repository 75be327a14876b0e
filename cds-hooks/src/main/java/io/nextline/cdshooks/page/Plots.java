package io.nextline.cdshooks.page;

import io.nextline.cdshooks.card.ArmPair;
import io.nextline.cdshooks.card.FigureWords;
import io.nextline.cdshooks.page.plot.PlotEntry;
import io.nextline.cdshooks.page.plot.PlotFigure;
import io.nextline.core.trial.Arm;
import io.nextline.core.trial.ArmResult;
import io.nextline.core.trial.Effect;
import io.nextline.core.trial.Median;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes plots of results. Trials that answer the same question stand in one plot, side by side and not pooled. */
final class Plots {
    private static final String FIRST = "the arm named first";
    private static final String OTHER = "the comparison arm";
    private static final String NOT_POOLED =
            "Squares of one size: results stand side by side, nothing was pooled or weighted. A filled square is a primary endpoint.";
    private static final String TIMES =
            "Medians with their confidence intervals, where these are printed. An open arrow is a bound that was not evaluable.";

    private Plots() {}

    /**
     * A result with the trial it belongs to.
     *
     * @param trial the trial
     * @param result one of its results
     */
    record Shown(Trial trial, Result result) {
        ArmPair arms() {
            return ArmPair.of(trial, result);
        }
    }

    /** Returns a plot for hazard ratios and one for odds ratios, each only where there is something to plot. */
    static List<PlotFigure> ratios(List<Shown> shown) {
        List<PlotFigure> plots = new ArrayList<>();
        List<Shown> hazards = with(shown, Effect.Measure.HR);
        if (!hazards.isEmpty()) {
            plots.add(plot("plot-hr", "Hazard ratios, logarithmic axis", hazards, false));
        }
        List<Shown> odds = with(shown, Effect.Measure.OR);
        if (!odds.isEmpty()) {
            plots.add(plot("plot-or", "Odds ratios of response, logarithmic axis", odds, true));
        }
        return plots;
    }

    private static List<Shown> with(List<Shown> shown, Effect.Measure measure) {
        return shown.stream().filter(each -> effect(each, measure) != null).toList();
    }

    private static @Nullable Effect effect(Shown shown, Effect.Measure measure) {
        Effect effect = shown.result().effect();
        return effect == null || effect.disputed() || effect.measure() != measure ? null : effect;
    }

    private static PlotFigure plot(String id, String title, List<Shown> shown, boolean moreIsBetter) {
        Set<String> pairs = new LinkedHashSet<>();
        Set<String> trials = new LinkedHashSet<>();
        for (Shown each : shown) {
            pairs.add(versus(each.arms()));
            trials.add(each.trial().id());
        }
        boolean one = pairs.size() == 1;
        List<PlotEntry> entries = new ArrayList<>();
        shown.forEach(each -> entries.add(entry(each, trials.size() > 1, one ? null : versus(each.arms()))));
        ArmPair first = shown.get(0).arms();
        String tested = one ? first.tested().label() : FIRST;
        Arm control = first.reference();
        String reference = one && control != null ? control.label() : OTHER;
        return PlotFigure.ratios(
                id, title, NOT_POOLED, entries, moreIsBetter ? reference : tested, moreIsBetter ? tested : reference);
    }

    private static String versus(ArmPair arms) {
        Arm reference = arms.reference();
        return arms.tested().label() + (reference == null ? "" : " vs " + reference.label());
    }

    private static PlotEntry entry(Shown shown, boolean named, @Nullable String arms) {
        Result result = shown.result();
        Effect effect = java.util.Objects.requireNonNull(result.effect());
        String label = named ? shown.trial().shortName() + ", " + result.label() : PageText.capital(result.label());
        String population = result.population() == null ? "" : "; " + result.population();
        String detail = FigureWords.role(result.role()) + population + (arms == null ? "" : "; " + arms);
        return new PlotEntry(
                label, detail, effect.text(), result.role() == Result.Role.PRIMARY, effect.value(), effect.interval());
    }

    /** Returns the median times of a trial side by side; null where fewer than two are printed in one unit. */
    static @Nullable PlotFigure medians(Trial trial, List<Result> results, PageWords words) {
        for (Median.Unit unit : Median.Unit.values()) {
            List<PlotEntry> entries = new ArrayList<>();
            for (Result result : results) {
                for (ArmResult arm : result.arms()) {
                    Median median = arm.median();
                    if (median != null && !median.disputed() && median.unit() == unit) {
                        entries.add(entry(trial, result, arm.arm(), median));
                    }
                }
            }
            if (entries.size() > 1) {
                String id = "medians-" + words.names().of(trial.id());
                return PlotFigure.times(id, trial.shortName() + ": medians, " + unit.id() + "s", TIMES, entries);
            }
        }
        return null;
    }

    private static PlotEntry entry(Trial trial, Result result, String arm, Median median) {
        String label = trial.arm(arm).map(Arm::label).orElse(arm);
        String detail = result.label() + ", " + FigureWords.role(result.role());
        boolean primary = result.role() == Result.Role.PRIMARY;
        return new PlotEntry(label, detail, median.textWithInterval(), primary, median.value(), median.interval());
    }
}
