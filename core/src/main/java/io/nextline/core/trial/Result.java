package io.nextline.core.trial;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a trial found for one endpoint in one population.
 *
 * @param id short name, unique in the trial
 * @param endpoint PFS, OS, ORR, DFS and so on
 * @param label the endpoint in words
 * @param role whether the source calls it primary
 * @param population who was analysed, or null where not said
 * @param timepoint the time it refers to, or null
 * @param assessment who assessed it, or null where not said
 * @param arms figures of each arm, at least one
 * @param effect how the arms compare, or null
 * @param ratio a ratio that is no effect on an outcome (drug exposure), or null
 * @param finding what the source adds, in our words, or null
 * @param locator where in the cited document, or null
 */
public record Result(
        String id,
        String endpoint,
        String label,
        Role role,
        @Nullable String population,
        @Nullable String timepoint,
        @Nullable String assessment,
        List<ArmResult> arms,
        @Nullable Effect effect,
        @Nullable Effect ratio,
        @Nullable String finding,
        @Nullable String locator) {

    /** Copies the arms. */
    public Result {
        arms = List.copyOf(arms);
        if (arms.isEmpty()) {
            throw new IllegalArgumentException("a result needs at least one arm");
        }
    }

    /** Returns the figures of one arm. */
    public Optional<ArmResult> arm(String arm) {
        return arms.stream().filter(each -> each.arm().equals(arm)).findFirst();
    }

    /** Whether an endpoint is primary, as far as the source says. */
    public enum Role {
        /** The source calls it a primary endpoint. */
        PRIMARY,
        /** The source names another as the primary endpoint. */
        NOT_PRIMARY,
        /** The source does not say. */
        UNSTATED
    }
}
