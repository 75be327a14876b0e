package io.nextline.core.evidence;

import java.time.LocalDate;

/**
 * Which evidence an answer rests on.
 *
 * @param version the evidence base's own version
 * @param layer which publications it speaks from
 * @param asOf the day it was asked about
 */
public record EvidenceVersion(String version, Layer layer, LocalDate asOf) {}
