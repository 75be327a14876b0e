package io.nextline.core.trial;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the figures of one trial by reference. Throws IllegalArgumentException for what is not there. */
final class FigureLookup {
    private final Trial trial;

    FigureLookup(Trial trial) {
        this.trial = trial;
    }

    String text(List<String> parts) {
        return switch (part(parts, 0)) {
            case "dose" -> given(arm(last(parts, 1)).doseText(), "a dose");
            case "randomised" -> randomised(parts);
            case "treated" -> given(arm(last(parts, 1)).treated(), "a number treated");
            case "enrolment" -> enrolment(last(parts, 1));
            case "follow-up" ->
                given(
                        trial.followUp().isEmpty()
                                ? null
                                : trial.followUp().get(0).text(),
                        "a follow-up");
            case "data-cutoff" -> given(trial.dataCutoff(), "a data cut-off");
            case "derived" -> derived(last(parts, 1)).text();
            case "harms" -> harm(parts);
            default -> result(parts);
        };
    }

    private String randomised(List<String> parts) {
        if (parts.size() > 1) {
            return given(arm(last(parts, 1)).randomised(), "a number randomised");
        }
        Enrolment enrolment = trial.enrolment();
        return given(enrolment == null ? null : enrolment.randomised(), "a number randomised");
    }

    private String enrolment(String name) {
        Enrolment enrolment = trial.enrolment();
        if (enrolment == null) {
            throw new IllegalArgumentException("no enrolment is given");
        }
        return switch (name) {
            case "screened" -> given(enrolment.screened(), name);
            case "randomised" -> given(enrolment.randomised(), name);
            case "estimated" -> given(enrolment.estimated(), name);
            case "from" -> given(enrolment.from(), name);
            case "to" -> given(enrolment.to(), name);
            case "sites" -> given(enrolment.sites(), name);
            case "countries" -> given(enrolment.countries(), name);
            default ->
                enrolment.characteristics().stream()
                        .filter(each -> each.id().equals(name))
                        .map(Enrolment.Characteristic::text)
                        .findFirst()
                        .orElseThrow(() -> unknown("enrolment figure", name));
        };
    }

    private Derived derived(String id) {
        return trial.derived().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown("derived figure", id));
    }

    private String harm(List<String> parts) {
        String id = part(parts, 1);
        boolean whole = parts.size() == 3;
        String arm = whole ? part(parts, 2) : last(parts, 3);
        Events count =
                trial.harm(id, arm).map(Harm::count).orElseThrow(() -> unknown("harm", id + " in the arm " + arm));
        if (whole) {
            return count.text();
        }
        return switch (part(parts, 2)) {
            case "percent" -> given(count.percentText(), "a percentage");
            case "n" -> given(count.n(), "a count");
            default -> throw unknown("part of a harm", part(parts, 2));
        };
    }

    private String result(List<String> parts) {
        Result result = trial.result(part(parts, 0)).orElseThrow(() -> unknown("result", part(parts, 0)));
        String figure = part(parts, 1);
        return switch (figure) {
            case "effect", "effect-brief", "ratio", "p" -> effect(result, figure, parts);
            case "median", "median-value", "median-ci" -> median(result, figure, last(parts, 2));
            case "rate", "rate-ci" -> rate(result, figure, last(parts, 2));
            case "events", "events-percent" -> events(result, figure, last(parts, 2));
            default -> throw unknown("kind of figure", figure);
        };
    }

    private String effect(Result result, String figure, List<String> parts) {
        last(parts, 1);
        Effect effect = figure.equals("ratio") ? result.ratio() : result.effect();
        if (effect == null) {
            throw new IllegalArgumentException("the result has no " + figure);
        }
        undisputed(effect.disputed());
        return switch (figure) {
            case "p" -> given(effect.pText(), "a p value");
            case "effect-brief" -> effect.brief();
            default -> effect.text();
        };
    }

    private String median(Result result, String figure, String arm) {
        Median median = figure(result, arm, ArmResult::median, "median");
        undisputed(median.disputed());
        return switch (figure) {
            case "median-ci" -> median.textWithInterval();
            case "median-value" ->
                median.value() == null ? median.text() : median.value().toPlainString();
            default -> median.text();
        };
    }

    private String rate(Result result, String figure, String arm) {
        Rate rate = figure(result, arm, ArmResult::rate, "rate");
        undisputed(rate.disputed());
        return figure.equals("rate") ? rate.text() : rate.textWithInterval();
    }

    private String events(Result result, String figure, String arm) {
        Events events = figure(result, arm, ArmResult::events, "events");
        return figure.equals("events") ? events.text() : given(events.percentText(), "a percentage");
    }

    private static <T> T figure(Result result, String arm, Function<ArmResult, @Nullable T> figure, String name) {
        ArmResult found = result.arm(arm).orElseThrow(() -> unknown("arm of the result", arm));
        return Optional.ofNullable(figure.apply(found))
                .orElseThrow(() -> new IllegalArgumentException("the source prints no " + name + " for " + arm));
    }

    private Arm arm(String id) {
        return trial.arm(id).orElseThrow(() -> unknown("arm", id));
    }

    private static void undisputed(boolean disputed) {
        if (disputed) {
            throw new IllegalArgumentException("the figure is disputed and must not be shown");
        }
    }

    private static String given(@Nullable Object figure, String what) {
        if (figure == null || figure.toString().isEmpty()) {
            throw new IllegalArgumentException("the source does not print " + what);
        }
        return figure.toString();
    }

    private static String part(List<String> parts, int index) {
        if (index >= parts.size()) {
            throw new IllegalArgumentException("the reference is too short");
        }
        return parts.get(index);
    }

    private static String last(List<String> parts, int index) {
        if (parts.size() > index + 1) {
            throw new IllegalArgumentException("the reference is too long");
        }
        return part(parts, index);
    }

    private static IllegalArgumentException unknown(String kind, String name) {
        return new IllegalArgumentException("no " + kind + " is called " + name);
    }
}
