/** Tests of the package. */
@NullMarked
package io.nextline.cdshooks.request;

import org.jspecify.annotations.NullMarked;
