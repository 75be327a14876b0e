package io.nextline.cdshooks.card;

import io.nextline.core.trial.Arm;
import io.nextline.core.trial.ArmResult;
import io.nextline.core.trial.Effect;
import io.nextline.core.trial.Result;
import io.nextline.core.trial.Trial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two arms that a result compares, or the only one.
 *
 * @param tested the arm under test
 * @param reference the arm it is compared with, or null in a study without one
 * @param testedHead the first arm as the head of a column: its label with the number of patients, where it is printed
 * @param referenceHead the second arm as the head of a column
 */
public record ArmPair(Arm tested, @Nullable Arm reference, String testedHead, String referenceHead) {

    private ArmPair(Arm tested, @Nullable Arm reference) {
        this(tested, reference, head(tested), reference == null ? "Comparison" : head(reference));
    }

    /** Returns the arms of a result: as its effect compares them, else the experimental one first. */
    public static ArmPair of(Trial trial, Result result) {
        Effect effect = result.effect();
        if (effect != null && effect.arm() != null && effect.reference() != null) {
            return new ArmPair(arm(trial, effect.arm()), arm(trial, effect.reference()));
        }
        List<Arm> arms = result.arms().stream()
                .map(ArmResult::arm)
                .map(id -> arm(trial, id))
                .sorted((a, b) -> Integer.compare(rank(a), rank(b)))
                .toList();
        return new ArmPair(arms.get(0), arms.size() < 2 ? null : arms.get(1));
    }

    /** Returns the ids of the arms, which tell pairs of one trial apart. */
    List<String> ids() {
        return reference == null ? List.of(tested.id()) : List.of(tested.id(), reference.id());
    }

    private static int rank(Arm arm) {
        return arm.role() == Arm.Role.CONTROL ? 1 : 0;
    }

    private static Arm arm(Trial trial, String id) {
        return trial.arm(id)
                .orElseThrow(() -> new IllegalArgumentException("trial " + trial.id() + " needs an arm " + id));
    }

    private static String head(Arm arm) {
        String label = Markdown.line(arm.label());
        return arm.randomised() == null ? label : label + " (n = " + arm.randomised() + ")";
    }
}
