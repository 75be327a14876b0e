/** Tests of the package. */
@NullMarked
package io.nextline.cdshooks.prefetch;

import org.jspecify.annotations.NullMarked;
