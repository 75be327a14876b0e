/**
 * The CDS Hooks request, read in one pass from the stream: lenient towards what the specification lets clients vary and what
 * they send beyond it, strict where a misreading could be about the wrong patient, the wrong hook or the wrong order. Gives a
 * {@link io.nextline.cdshooks.request.CdsRequest}; the FHIR data in it are read by core, in place.
 */
@NullMarked
package io.nextline.cdshooks.request;

import org.jspecify.annotations.NullMarked;
