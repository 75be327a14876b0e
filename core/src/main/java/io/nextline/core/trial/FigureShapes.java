package io.nextline.core.trial;

import io.nextline.core.trial.Effect.Measure;
import io.nextline.core.trial.Enrolment.Characteristic;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads a trial file's figures. Fields are taken in the order of the record. */
final class FigureShapes {
    private static final Measure[] OUTCOME = {Measure.HR, Measure.OR};
    private static final Measure[] EXPOSURE = {Measure.GMR};

    private static final Events UNCOUNTED = new Events(0, null, null, null, "");

    private FigureShapes() {}

    static @Nullable Result result(JsonFields json) {
        return json.build(() -> new Result(
                json.text("id"),
                json.text("endpoint"),
                json.text("label"),
                role(json),
                json.optionalText("population"),
                json.optionalText("timepoint"),
                json.optionalText("assessment"),
                json.objects("arms", FigureShapes::armResult),
                json.object("effect", fields -> effect(fields, OUTCOME)),
                json.object("ratio", fields -> effect(fields, EXPOSURE)),
                json.optionalText("finding"),
                json.optionalText("locator")));
    }

    private static Result.Role role(JsonFields json) {
        if (!json.has("primary")) {
            return Result.Role.UNSTATED;
        }
        return json.flag("primary") ? Result.Role.PRIMARY : Result.Role.NOT_PRIMARY;
    }

    private static @Nullable ArmResult armResult(JsonFields json) {
        return json.build(() -> new ArmResult(
                json.text("arm"),
                json.object("median", FigureShapes::median),
                json.object("rate", FigureShapes::rate),
                json.object("events", FigureShapes::events)));
    }

    private static @Nullable Median median(JsonFields json) {
        if (json.flag("notEvaluable") == json.has("value")) {
            json.unfit("value", "a median needs either value or notEvaluable: true");
        }
        return json.build(() -> new Median(
                json.optionalNumber("value"),
                json.choice("unit", Median.Unit.values(), Median.Unit::id),
                interval(json),
                json.flag("disputed"),
                json.text("printed")));
    }

    private static @Nullable Rate rate(JsonFields json) {
        return json.build(() -> new Rate(
                json.number("percent"),
                json.optionalText("at"),
                interval(json),
                json.flag("approximate"),
                json.flag("disputed"),
                json.text("printed")));
    }

    private static @Nullable Events events(JsonFields json) {
        return json.build(() -> count(json, json.optionalText("what")));
    }

    private static @Nullable Effect effect(JsonFields json, Measure[] measures) {
        return json.build(() -> new Effect(
                json.choice("measure", measures, Measure::name),
                json.number("value"),
                interval(json),
                json.optionalText("arm"),
                json.optionalText("reference"),
                json.optionalText("p"),
                json.optionalText("pPrinted"),
                json.optionalText("adjustment"),
                json.optionalText("test"),
                json.optionalText("sided"),
                json.flag("disputed"),
                json.text("printed")));
    }

    /** An interval stands in its figure's own object, as lower, upper and level. */
    private static @Nullable ConfidenceInterval interval(JsonFields json) {
        BigDecimal lower = json.optionalNumber("lower");
        BigDecimal upper = json.optionalNumber("upper");
        BigDecimal level = json.optionalNumber("level");
        boolean open = json.flag("upperNotEvaluable");
        if (lower == null && upper == null && level == null && !open) {
            return null;
        }
        if (lower == null || level == null || (upper == null) != open) {
            json.unfit("level", "an interval needs lower, level, and either upper or upperNotEvaluable: true");
            return null;
        }
        return json.attempt(() -> new ConfidenceInterval(lower, upper, level));
    }

    static @Nullable Harm harm(JsonFields json) {
        return json.build(() -> new Harm(
                json.text("id"),
                json.text("event"),
                json.text("arm"),
                count(json, null),
                json.optionalText("locator")));
    }

    static @Nullable Characteristic characteristic(JsonFields json) {
        return json.build(() ->
                new Characteristic(json.text("id"), json.text("label"), count(json, null), json.flag("approximate")));
    }

    static @Nullable Derived derived(JsonFields json) {
        return json.build(() -> new Derived(
                json.text("id"), json.text("label"), json.number("value"), json.text("unit"), json.text("basis")));
    }

    private static Events count(JsonFields json, @Nullable String what) {
        Integer n = json.optionalCount("n");
        Integer of = json.optionalCount("of");
        BigDecimal percent = json.optionalNumber("percent");
        String printed = json.text("printed");
        Events count = json.attempt(() -> new Events(n, of, percent, what, printed));
        return count == null ? UNCOUNTED : count;
    }
}
