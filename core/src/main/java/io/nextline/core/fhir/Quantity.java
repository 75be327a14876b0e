package io.nextline.core.fhir;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A measured amount, as sent. A quantity with a comparator is a bound, not a value.
 *
 * @param value the number, or null when it was left out
 * @param comparator {@code <}, {@code <=}, {@code >=}, {@code >}, {@code ad}, or null
 * @param unit the unit in words, or null
 * @param system the unit system's URI, or null
 * @param code the coded unit, or null
 */
public record Quantity(
        @Nullable BigDecimal value,
        @Nullable String comparator,
        @Nullable String unit,
        @Nullable String system,
        @Nullable String code) {

    /** Returns the coded unit, else the unit in words, else null. */
    public @Nullable String codeOrUnit() {
        return code != null ? code : unit;
    }
}
