/**
 * What is concluded about a patient, how surely, and from what. Every conclusion is {@link io.nextline.core.fact.Finding}:
 * known with its provenance, or unknown with the gap that keeps it open. Nothing here reads FHIR; {@code derive} fills it.
 */
@NullMarked
package io.nextline.core.fact;

import org.jspecify.annotations.NullMarked;
