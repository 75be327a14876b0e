/**
 * Holds the two doors of the record to each other: core's own reading of FHIR JSON, and HAPI's through the adapter, give the same
 * record, and where they cannot the difference is named.
 */
@NullMarked
package io.nextline.samples.doors;

import org.jspecify.annotations.NullMarked;
