/**
 * The evidence base as FHIR, and back. Takes trials and statements and returns FHIR R5 or R4 resources as JSON trees; takes such
 * R5 resources and returns trial files. It knows Jackson and core and no HAPI, so that the command line can do without HAPI.
 */
@NullMarked
package io.nextline.fhir.evidence;

import org.jspecify.annotations.NullMarked;
