/** Tests of the package. */
@NullMarked
package io.nextline.cdshooks.operation;

import org.jspecify.annotations.NullMarked;
