/** Tests of the package. */
@NullMarked
package io.nextline.cdshooks.fetch;

import org.jspecify.annotations.NullMarked;
