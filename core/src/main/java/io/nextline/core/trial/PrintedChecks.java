package io.nextline.core.trial;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds every figure to the text its source prints: same digits, nothing lost, nothing added, and short. */
final class PrintedChecks {
    private static final int LONGEST = 7;
    private static final BigDecimal USUAL_LEVEL = BigDecimal.valueOf(95);

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    private PrintedChecks(String file) {
        this.file = file;
    }

    static List<Problem> problems(String file, Trial trial) {
        PrintedChecks checks = new PrintedChecks(file);
        TrialChecks.each(trial.results(), "$.results", checks::result);
        TrialChecks.each(trial.harms(), "$.harms", (harm, path) -> checks.count(harm.count(), path));
        TrialChecks.each(trial.followUp(), "$.followUp", checks::followUp);
        TrialChecks.each(trial.arms(), "$.arms", checks::arm);
        Enrolment enrolment = trial.enrolment();
        if (enrolment != null) {
            TrialChecks.each(
                    enrolment.characteristics(),
                    "$.enrolment.characteristics",
                    (each, path) -> checks.count(each.count(), path));
        }
        return checks.problems;
    }

    private void result(Result result, String path) {
        TrialChecks.each(result.arms(), path + ".arms", this::armResult);
        effect(result.effect(), path + ".effect");
        effect(result.ratio(), path + ".ratio");
    }

    private void armResult(ArmResult arm, String path) {
        Median median = arm.median();
        if (median != null) {
            String at = path + ".median";
            both(at, median.printed(), numbers(median.value(), median.interval()), levelOf(median.interval()));
            boolean said = median.printed().contains(Median.NOT_EVALUABLE);
            boolean open = median.interval() != null && median.interval().upper() == null;
            if (said != (median.notEvaluable() || open)) {
                problem(at, "value or upper bound and printed text differ on what was not evaluable");
            }
        }
        Rate rate = arm.rate();
        if (rate != null) {
            both(path + ".rate", rate.printed(), numbers(rate.percent(), rate.interval()), levelOf(rate.interval()));
        }
        if (arm.events() != null) {
            count(arm.events(), path + ".events");
        }
    }

    private void effect(@Nullable Effect effect, String path) {
        if (effect == null) {
            return;
        }
        both(path, effect.printed(), numbers(effect.value(), effect.interval()), levelOf(effect.interval()));
        if (effect.p() != null && effect.pPrinted() != null) {
            String digits = effect.p().replaceFirst("^[<>=]", "");
            String sign = effect.p().equals(digits) ? "=" : effect.p().substring(0, 1);
            both(path + ".pPrinted", effect.pPrinted(), Set.of(digits), Set.of());
            if (!effect.pPrinted().contains(sign)) {
                problem(path + ".pPrinted", "needs the sign " + sign);
            }
        }
    }

    /** The size of the group may stand elsewhere in the sentence. */
    private void count(Events count, String path) {
        Set<String> needed = Stream.of(count.n(), count.percent())
                .filter(Objects::nonNull)
                .map(PrintedChecks::digits)
                .collect(Collectors.toCollection(TreeSet::new));
        both(path, count.printed(), needed, count.of() == null ? Set.of() : Set.of(digits(count.of())));
    }

    private void followUp(FollowUp followUp, String path) {
        Set<String> needed = Stream.of(followUp.value(), followUp.iqrLower(), followUp.iqrUpper())
                .filter(Objects::nonNull)
                .map(BigDecimal::toPlainString)
                .collect(Collectors.toCollection(TreeSet::new));
        both(path, followUp.printed(), needed, Set.of());
    }

    private void arm(Arm arm, String path) {
        TrialChecks.each(arm.doses(), path + ".doses", (dose, at) -> {
            Set<String> parts = new TreeSet<>(PrintedNumbers.of(dose.amount()));
            parts.addAll(PrintedNumbers.of(Objects.requireNonNullElse(dose.schedule(), "")));
            both(at, dose.printed(), parts, Set.of());
        });
    }

    private void both(String path, String printed, Set<String> needed, Set<String> allowed) {
        Set<String> there = PrintedNumbers.of(printed);
        for (String number : needed) {
            if (!there.contains(number)) {
                problem(path, "the printed text lacks " + number + "; correct the number or the text");
            }
        }
        for (String number : there) {
            if (!needed.contains(number) && !allowed.contains(number)) {
                problem(path, "the printed text has " + number + ", which the figure lacks");
            }
        }
        if (printed.split("\\s+").length > LONGEST) {
            problem(path, "the printed text needs fewer than " + (LONGEST + 1) + " words");
        }
    }

    private static Set<String> numbers(@Nullable BigDecimal value, @Nullable ConfidenceInterval interval) {
        Set<String> numbers = new TreeSet<>();
        if (value != null) {
            numbers.add(value.toPlainString());
        }
        if (interval != null) {
            numbers.add(interval.lower().toPlainString());
            numbers.addAll(
                    interval.upper() == null
                            ? Set.of()
                            : Set.of(interval.upper().toPlainString()));
            if (interval.level().compareTo(USUAL_LEVEL) != 0) {
                numbers.add(interval.level().toPlainString());
            }
        }
        return numbers;
    }

    private static Set<String> levelOf(@Nullable ConfidenceInterval interval) {
        return interval == null ? Set.of() : Set.of(interval.level().toPlainString());
    }

    private static String digits(Number number) {
        return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
    }

    private void problem(String path, String message) {
        problems.add(new Problem(file, path, message));
    }
}
