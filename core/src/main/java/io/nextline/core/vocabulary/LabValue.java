package io.nextline.core.vocabulary;

import java.math.BigDecimal;

/**
 * A laboratory value in the analyte's canonical unit, within its plausible range.
 *
 * @param value the converted number
 * @param unit the canonical unit in UCUM
 */
public record LabValue(BigDecimal value, String unit) {}
