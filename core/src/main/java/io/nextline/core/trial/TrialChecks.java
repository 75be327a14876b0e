package io.nextline.core.trial;

import io.nextline.core.trial.Trial.Layer;
import io.nextline.core.trial.Trial.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What must fit together within one trial: ids, references to arms, group sizes, and which way a ratio points. */
final class TrialChecks {
    private static final Set<String> RESERVED = Set.of(
            "arms", "harms", "dose", "randomised", "treated", "enrolment", "follow-up", "derived", "data-cutoff");

    private final String file;
    private final Trial trial;
    private final List<Problem> problems = new ArrayList<>();

    private TrialChecks(String file, Trial trial) {
        this.file = file;
        this.trial = trial;
    }

    static List<Problem> problems(String file, Trial trial) {
        TrialChecks checks = new TrialChecks(file, trial);
        checks.identity();
        checks.uniqueIds();
        checks.enrolment();
        checks.results();
        checks.harms();
        checks.problems.addAll(PrintedChecks.problems(file, trial));
        return checks.problems;
    }

    private void identity() {
        require(!trial.diseases().isEmpty(), "$.diseases", "needs at least one disease");
        require(
                !trial.id().matches(".*[/{}].*"),
                "$.id",
                "needs a name without slash and braces: it is part of references");
        require(!trial.id().equals(trial.updates()), "$.updates", "an entry cannot update itself");
        if (trial.layer() == Layer.UPDATE) {
            require(trial.published() != null, "$.published", "an update needs the date it was published");
        }
        if (trial.status() == Status.CITED) {
            boolean bare = trial.arms().isEmpty()
                    && trial.results().isEmpty()
                    && trial.harms().isEmpty();
            require(bare, "$.status", "an entry that is only cited has no arms, results or harms");
        }
    }

    private void uniqueIds() {
        unique("$.arms", trial.arms(), Arm::id);
        unique("$.results", trial.results(), Result::id);
        unique("$.harms", trial.harms(), harm -> harm.id() + " in " + harm.arm());
        unique("$.derived", trial.derived(), Derived::id);
        Enrolment enrolment = trial.enrolment();
        if (enrolment != null) {
            unique("$.enrolment.characteristics", enrolment.characteristics(), Enrolment.Characteristic::id);
        }
        each(trial.results(), "$.results", (result, path) -> {
            require(!RESERVED.contains(result.id()), path + ".id", result.id() + " means something else in references");
            unique(path + ".arms", result.arms(), ArmResult::arm);
        });
    }

    private void enrolment() {
        Enrolment enrolment = trial.enrolment();
        Integer total = enrolment == null ? null : enrolment.randomised();
        List<Integer> arms = trial.arms().stream()
                .map(Arm::randomised)
                .filter(Objects::nonNull)
                .toList();
        if (total != null && !arms.isEmpty() && arms.size() == trial.arms().size()) {
            int sum = arms.stream().mapToInt(Integer::intValue).sum();
            require(sum == total, "$.enrolment.randomised", "is " + total + " but the arms add up to " + sum);
        }
    }

    private void results() {
        each(trial.results(), "$.results", (result, path) -> {
            each(result.arms(), path + ".arms", (arm, armPath) -> {
                knownArm(armPath + ".arm", arm.arm());
                if (arm.events() != null) {
                    analysed(result, arm.arm(), arm.events(), armPath + ".events.of");
                }
            });
            effect(result, result.effect(), path + ".effect");
            effect(result, result.ratio(), path + ".ratio");
        });
    }

    private void effect(Result result, @Nullable Effect effect, String path) {
        if (effect == null) {
            return;
        }
        side(result, effect.arm(), Arm.Role.CONTROL, path + ".arm");
        side(result, effect.reference(), Arm.Role.EXPERIMENTAL, path + ".reference");
        String against = Direction.contradiction(result, effect);
        if (against != null) {
            problem(path, against);
        }
    }

    private void side(Result result, @Nullable String arm, Arm.Role wrong, String path) {
        if (arm == null) {
            return;
        }
        knownArm(path, arm);
        require(result.arm(arm).isPresent(), path, "needs an arm of this result, not " + arm);
        boolean swapped = trial.arm(arm).map(each -> each.role() == wrong).orElse(false);
        require(!swapped, path, arm + " has the role " + wrong.id() + "; arm and reference look swapped");
    }

    private void harms() {
        each(trial.harms(), "$.harms", (harm, path) -> {
            knownArm(path + ".arm", harm.arm());
            Integer of = harm.count().of();
            Integer treated = trial.arm(harm.arm()).map(Arm::treated).orElse(null);
            if (of != null && treated != null) {
                require(of.equals(treated), path + ".of", "is " + of + " but " + treated + " were treated in this arm");
            }
            within(harm.arm(), of, path + ".of");
        });
    }

    private void analysed(Result result, String arm, Events events, String path) {
        Integer of = events.of();
        Integer randomised = trial.arm(arm).map(Arm::randomised).orElse(null);
        boolean everyone = "intention-to-treat".equals(result.population());
        if (everyone && of != null && randomised != null) {
            require(of.equals(randomised), path, "is " + of + " but " + randomised + " were randomised to this arm");
        }
        within(arm, of, path);
    }

    private void within(String arm, @Nullable Integer of, String path) {
        Integer randomised = trial.arm(arm).map(Arm::randomised).orElse(null);
        if (of != null && randomised != null) {
            require(of <= randomised, path, "is " + of + " but only " + randomised + " were randomised to this arm");
        }
    }

    private void knownArm(String path, String arm) {
        require(trial.arm(arm).isPresent(), path, "needs the id of an arm of this trial, not " + arm);
    }

    private <T> void unique(String path, List<T> items, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        each(items, path, (item, at) -> require(seen.add(id.apply(item)), at, "repeats the id " + id.apply(item)));
    }

    private void require(boolean holds, String path, String message) {
        if (!holds) {
            problem(path, message);
        }
    }

    private void problem(String path, String message) {
        problems.add(new Problem(file, path, message));
    }

    /** Takes one item of a list and the path to it. */
    @FunctionalInterface
    interface Visit<T> {
        void at(T item, String path);
    }

    static <T> void each(List<T> items, String path, Visit<T> visit) {
        for (int i = 0; i < items.size(); i++) {
            visit.at(items.get(i), path + "[" + i + "]");
        }
    }
}
