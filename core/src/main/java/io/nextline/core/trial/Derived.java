package io.nextline.core.trial;

import java.math.BigDecimal;

/**
 * A figure that no source prints and that was computed from printed ones. Always shown as derived.
 *
 * @param id short name, unique in the trial
 * @param label what it is
 * @param value the figure
 * @param unit its unit
 * @param basis how it was computed
 */
public record Derived(String id, String label, BigDecimal value, String unit, String basis) {

    /** Returns for example {@code 15 per 100 patients (derived)}. */
    public String text() {
        return value.toPlainString() + " " + unit + " (derived)";
    }
}
