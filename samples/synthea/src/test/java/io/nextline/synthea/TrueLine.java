package io.nextline.synthea;

/**
 * A line of therapy as the module took it.
 *
 * @param setting {@code advanced} or {@code adjuvant}
 * @param drugs the regimen, names sorted and joined by {@code +}
 * @param progression {@code stated}, {@code none}, {@code unknown}, or {@code any} where the module leaves it open
 */
public record TrueLine(String setting, String drugs, String progression) {}
