package io.nextline.cdshooks.card;

import io.nextline.core.trial.Arm;
import io.nextline.core.trial.ArmResult;
import io.nextline.core.trial.Effect;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One result of a trial in words: what each arm showed, how they compare and whether the endpoint was primary. A disputed
 * figure never stands in it, a median that was not evaluable always does.
 *
 * @param id the result's id
 * @param role whether the endpoint was primary
 * @param arms the arms compared
 * @param row the row of the effect table
 * @param remark what the source adds, or null
 * @param plotted the hazard ratio to plot, or null
 * @param plotLabel how the plot calls it
 */
record ResultText(
        String id,
        Result.Role role,
        ArmPair arms,
        String row,
        @Nullable String remark,
        @Nullable Effect plotted,
        String plotLabel) {

    /** Returns the result in words; null when all of its figures are disputed. */
    static @Nullable ResultText of(Trial trial, Result result) {
        ArmPair arms = ArmPair.of(trial, result);
        String tested = cell(result, arms.tested());
        String reference = cell(result, arms.reference());
        Effect effect = result.effect();
        boolean hidden = effect == null || effect.disputed();
        if (hidden && result.ratio() == null && isEmpty(tested) && isEmpty(reference) && isDisputed(result)) {
            return null;
        }
        String row = "| " + name(result) + " | " + tested + " | " + reference + " | "
                + FigureWords.comparison(result, arms) + " |";
        Effect plotted = effect == null || effect.disputed() || effect.measure() != Effect.Measure.HR ? null : effect;
        String remark = result.finding() == null
                ? null
                : Words.capital(Markdown.line(result.label())) + ": " + Markdown.line(result.finding());
        return new ResultText(result.id(), result.role(), arms, row, remark, plotted, plotLabel(trial, result, arms));
    }

    // Where a trial has more than two arms, the endpoint alone does not tell the comparisons apart.
    private static String plotLabel(Trial trial, Result result, ArmPair arms) {
        String against = trial.arms().size() > 2 && arms.reference() != null
                ? " v " + arms.reference().label()
                : "";
        String endpoint = " " + result.endpoint() + against;
        int room = Math.max(0, ForestPlot.LABEL - endpoint.length());
        String name = trial.shortName();
        return (name.length() > room ? name.substring(0, room) : name) + endpoint;
    }

    private static String name(Result result) {
        StringBuilder name = new StringBuilder(Words.capital(Markdown.line(result.label())));
        for (String part : new String[] {result.population(), result.assessment()}) {
            if (part != null) {
                name.append(", ").append(Markdown.line(part));
            }
        }
        return name.append(" (")
                .append(FigureWords.role(result.role()))
                .append(')')
                .toString();
    }

    private static String cell(Result result, @Nullable Arm arm) {
        if (arm == null) {
            return "no comparison arm";
        }
        List<String> parts = FigureWords.figures(result.arm(arm.id()).orElse(null));
        return parts.isEmpty() ? FigureWords.NOT_PRINTED : String.join("; ", parts);
    }

    private static boolean isEmpty(String cell) {
        return cell.equals(FigureWords.NOT_PRINTED)
                || cell.equals(FigureWords.DISPUTED)
                || cell.equals("no comparison arm");
    }

    private static boolean isDisputed(Result result) {
        boolean arms = result.arms().stream().anyMatch(ResultText::isDisputed);
        return arms || (result.effect() != null && result.effect().disputed());
    }

    private static boolean isDisputed(ArmResult figures) {
        return (figures.median() != null && figures.median().disputed())
                || (figures.rate() != null && figures.rate().disputed());
    }
}
