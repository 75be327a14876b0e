/** Fuzz targets; they stand in the package of what they drive. */
@NullMarked
package io.nextline.core.fhir;

import org.jspecify.annotations.NullMarked;
