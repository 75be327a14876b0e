package io.nextline.core.fhir;

import org.jspecify.annotations.Nullable;

/**
 * FHIR Encounter: read for one thing only, how the patient left. A discharge may be the only place where a record says that the
 * patient has died or went to a hospice.
 *
 * @param header type, id, version stamp
 * @param status planned, in-progress, finished and others; or null
 * @param subject whose it is, or null
 * @param period from when to when (R5: {@code actualPeriod}), or null
 * @param dischargeDisposition how the patient left ({@code hospitalization.dischargeDisposition}, R5 {@code admission}), with the
 *     codings that a national profile puts into its extensions; or null
 */
public record Encounter(
        ResourceHeader header,
        @Nullable String status,
        @Nullable Reference subject,
        @Nullable Period period,
        @Nullable CodeableConcept dischargeDisposition)
        implements Resource {}
