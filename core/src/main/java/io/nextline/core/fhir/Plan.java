package io.nextline.core.fhir;

import org.jspecify.annotations.Nullable;

/**
 * A FHIR CarePlan or RequestGroup. A plan is a recommendation, never a therapy given: it is recognised so that it can be left
 * out knowingly.
 *
 * @param header type, id, version stamp
 * @param status draft, active and others; or null
 * @param intent proposal, plan, order; or null
 * @param subject whose it is, or null
 */
public record Plan(
        ResourceHeader header,
        @Nullable String status,
        @Nullable String intent,
        @Nullable Reference subject) implements Resource {}
