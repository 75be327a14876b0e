package io.nextline.cdshooks.card;

import io.nextline.core.evidence.StatementKind;
import io.nextline.core.trial.ArmResult;
import io.nextline.core.trial.Effect;
import io.nextline.core.trial.Events;
import io.nextline.core.trial.Median;
import io.nextline.core.trial.Rate;
import io.nextline.core.trial.Result;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What cards and pages say alike of figures and statements: plain text, numbers with the digits printed. */
public final class FigureWords {
    /** Stands where a figure is contradicted or unclear. */
    public static final String DISPUTED = "not shown: disputed";

    /** Stands where a source prints nothing. */
    public static final String NOT_PRINTED = "not printed";

    private FigureWords() {}

    /** Returns whether the endpoint was primary. */
    public static String role(Result.Role role) {
        return switch (role) {
            case PRIMARY -> "primary endpoint";
            case NOT_PRIMARY -> "not the primary endpoint";
            case UNSTATED -> "whether primary: not stated";
        };
    }

    /** Returns what a statement does. */
    public static String kind(StatementKind kind) {
        return switch (kind) {
            case DISCOURAGE -> "evidence against";
            case OPTION -> "option in trials";
            case CONSIDER -> "to weigh";
            case INFORM -> "context";
            case GUARD -> "limit of the evidence";
        };
    }

    /** Returns what one arm showed: median, share and events, as far as they are printed; empty where nothing is. */
    public static List<String> figures(@Nullable ArmResult arm) {
        List<String> parts = new ArrayList<>(3);
        if (arm != null) {
            median(arm.median(), parts);
            rate(arm.rate(), parts);
            Events events = arm.events();
            if (events != null) {
                parts.add("events " + events.text());
            }
        }
        return parts;
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

    /**
     * Returns how the arms of a result compare.
     *
     * @param arms the arms compared
     */
    public static String comparison(Result result, ArmPair arms) {
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
}
