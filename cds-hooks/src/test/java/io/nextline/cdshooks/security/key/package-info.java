/** Tests of the key package. */
@NullMarked
package io.nextline.cdshooks.security.key;

import org.jspecify.annotations.NullMarked;
