/** Tests of the package. */
@NullMarked
package io.nextline.cdshooks.http;

import org.jspecify.annotations.NullMarked;
