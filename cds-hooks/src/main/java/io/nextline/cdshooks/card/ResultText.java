package io.nextline.cdshooks.card;

import io.nextline.core.trial.Arm;
import io.nextline.core.trial.ArmResult;
import io.nextline.core.trial.Effect;
import io.nextline.core.trial.Events;
import io.nextline.core.trial.Median;
import io.nextline.core.trial.Rate;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import java.util.ArrayList;
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

    private static final String NOT_PRINTED = "not printed";
    private static final String DISPUTED = "not shown: disputed";

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
        String row = "| " + name(result) + " | " + tested + " | " + reference + " | " + comparison(result, arms) + " |";
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
        return name.append(" (").append(role(result.role())).append(')').toString();
    }

    private static String role(Result.Role role) {
        return switch (role) {
            case PRIMARY -> "primary endpoint";
            case NOT_PRIMARY -> "not the primary endpoint";
            case UNSTATED -> "whether primary: not stated";
        };
    }

    private static String cell(Result result, @Nullable Arm arm) {
        if (arm == null) {
            return "no comparison arm";
        }
        ArmResult figures = result.arm(arm.id()).orElse(null);
        if (figures == null) {
            return NOT_PRINTED;
        }
        List<String> parts = new ArrayList<>(3);
        median(figures.median(), parts);
        rate(figures.rate(), parts);
        Events events = figures.events();
        if (events != null) {
            parts.add("events " + events.text());
        }
        return parts.isEmpty() ? NOT_PRINTED : String.join("; ", parts);
    }

    private static void median(@Nullable Median median, List<String> parts) {
        if (median != null) {
            parts.add(median.disputed() ? DISPUTED : "median " + median.textWithInterval());
        }
    }

    private static void rate(@Nullable Rate rate, List<String> parts) {
        if (rate != null) {
            String at = rate.at() == null ? "" : " at " + rate.at();
            parts.add(rate.disputed() ? DISPUTED : rate.textWithInterval() + at);
        }
    }

    private static String comparison(Result result, ArmPair arms) {
        if (result.effect() != null) {
            return comparison(result.effect());
        }
        if (result.ratio() != null) {
            return comparison(result.ratio());
        }
        return arms.reference() == null ? "none: single arm" : "no comparison printed";
    }

    private static String comparison(Effect effect) {
        if (effect.disputed()) {
            return DISPUTED;
        }
        String p = effect.pText();
        return effect.text() + (p.isEmpty() ? "" : ", " + p);
    }

    private static boolean isEmpty(String cell) {
        return cell.equals(NOT_PRINTED) || cell.equals(DISPUTED) || cell.equals("no comparison arm");
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
