package io.nextline.fhir.evidence;

import io.nextline.core.trial.Effect;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import org.jspecify.annotations.Nullable;

/** A ratio in a sentence that leaves no doubt which arm it favours. */
final class EffectWords {
    private EffectWords() {}

    /** Returns the sentence about a result's effect or ratio, or null where it has none. */
    static @Nullable String of(Trial trial, Result result) {
        Effect effect = result.effect() == null ? result.ratio() : result.effect();
        return effect == null ? null : of(trial, effect);
    }

    static String of(Trial trial, Effect effect) {
        String figures = name(effect) + " " + effect.text() + (effect.p() == null ? "" : ", " + effect.pText());
        String doubt = effect.disputed() ? " The figure is contradicted elsewhere or unclear." : "";
        if (effect.arm() == null || effect.reference() == null) {
            return figures + ". Which arm is compared with which is not clear." + doubt;
        }
        String arm = label(trial, effect.arm());
        String reference = label(trial, effect.reference());
        return figures + ": " + arm + " against " + reference + ". " + meaning(effect, arm, reference) + doubt;
    }

    private static String name(Effect effect) {
        return switch (effect.measure()) {
            case HR -> "Hazard ratio,";
            case OR -> "Odds ratio,";
            case GMR -> "Geometric mean ratio,";
        };
    }

    private static String meaning(Effect effect, String arm, String reference) {
        return switch (effect.measure()) {
            case HR -> "Below 1 means fewer events with " + arm + ", above 1 fewer with " + reference + ".";
            case OR ->
                "Above 1 means that the outcome was more frequent with " + arm + ", below 1 with " + reference + ".";
            case GMR -> "A ratio of drug exposure; not an effect on an outcome.";
        };
    }

    private static String label(Trial trial, String arm) {
        return trial.arm(arm).map(each -> each.label()).orElse(arm);
    }
}
