package io.nextline.core.derive;

import io.nextline.core.fact.Provenance;
import io.nextline.core.fhir.CodeableConcept;
import io.nextline.core.fhir.FhirDate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A usable laboratory value in the analyte's canonical unit, with the limits of the laboratory that measured it.
 *
 * @param value what it may be
 * @param lows the lower limits given, mostly one
 * @param highs the upper limits given
 * @param interpretation high, low, normal
 * @param date when it was taken
 * @param provenance where it stands
 */
record LabResult(
        MeasuredRange value,
        List<BigDecimal> lows,
        List<BigDecimal> highs,
        List<CodeableConcept> interpretation,
        FhirDate date,
        Provenance provenance) {

    private static final Set<String> LOW = Set.of("L", "LL", "LU", "<");
    private static final Set<String> HIGH = Set.of("H", "HH", "HU", ">");
    private static final Set<String> NORMAL = Set.of("N");

    /** Returns whether the value lies below the lower limit; null if that cannot be told. */
    @Nullable Boolean isLow() {
        Boolean measured = below(value, lows);
        return measured != null ? measured : flagged(LOW, HIGH);
    }

    /** Returns whether the value lies above the upper limit; null if that cannot be told. */
    @Nullable Boolean isHigh() {
        Boolean measured = above(value, highs);
        return measured != null ? measured : flagged(HIGH, LOW);
    }

    /** Returns whether a value lies below every limit; null without a limit, or when limits or the value's bounds leave it open. */
    static @Nullable Boolean below(MeasuredRange value, List<BigDecimal> limits) {
        if (!limits.isEmpty() && limits.stream().allMatch(value::isSurelyBelow)) {
            return true;
        }
        boolean not = !limits.isEmpty() && limits.stream().allMatch(value::isSurelyNotBelow);
        return not ? Boolean.FALSE : null;
    }

    /** Returns whether a value lies above every limit; null as {@link #below}. */
    static @Nullable Boolean above(MeasuredRange value, List<BigDecimal> limits) {
        if (!limits.isEmpty() && limits.stream().allMatch(value::isSurelyAbove)) {
            return true;
        }
        boolean not = !limits.isEmpty() && limits.stream().allMatch(value::isSurelyNotAbove);
        return not ? Boolean.FALSE : null;
    }

    private @Nullable Boolean flagged(Set<String> wanted, Set<String> opposite) {
        boolean yes = has(wanted);
        boolean no = has(opposite) || has(NORMAL);
        return yes == no ? null : Boolean.valueOf(yes);
    }

    private boolean has(Set<String> codes) {
        for (CodeableConcept concept : interpretation) {
            for (String code : codes) {
                if (concept.hasCode(code)) {
                    return true;
                }
            }
        }
        return false;
    }
}
