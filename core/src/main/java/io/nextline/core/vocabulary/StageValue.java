package io.nextline.core.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * A stage, read from a code or a wording.
 *
 * @param group the stage group in Roman digits without its letter: {@code 0}, {@code I}, {@code II}, {@code III}, {@code IV}; or null
 * @param t the T category without prefix and letter: {@code 0} to {@code 4}, or null
 * @param n the N category, {@code 0} to {@code 3}, or null
 * @param m the M category, {@code 0} or {@code 1}, or null
 * @param spread what it says about spread, or null where it says nothing (T1 alone, M0 alone)
 * @param matched what decided, {@code system|code} or {@code text}
 */
public record StageValue(
        @Nullable String group,
        @Nullable String t,
        @Nullable String n,
        @Nullable String m,
        @Nullable Spread spread,
        String matched) {

    /** Returns whether it states that there are distant metastases. */
    public boolean isMetastatic() {
        return spread == Spread.METASTATIC;
    }
}
