/** Tests of the evidence base as FHIR: the official validator, and the way back. */
@NullMarked
package io.nextline.fhir.evidence;

import org.jspecify.annotations.NullMarked;
