/**
 * Bridge to HAPI FHIR: takes HAPI's resources and returns the patient record that core reasons over.
 */
@NullMarked
package io.nextline.fhir;

import org.jspecify.annotations.NullMarked;
