/** Fuzz targets; they stand in the package of what they drive. */
@NullMarked
package io.nextline.cdshooks.card;

import org.jspecify.annotations.NullMarked;
