/**
 * The patient's record as FHIR-shaped records. They mirror the FHIR R4 resources and elements that the clinical
 * conclusions need, under FHIR's own names, and hold what was sent: nothing is interpreted here. {@code RecordReader} fills
 * them from FHIR JSON; the {@code fhir-adapter} module fills the same records from HAPI objects.
 */
@NullMarked
package io.nextline.core.fhir;

import org.jspecify.annotations.NullMarked;
