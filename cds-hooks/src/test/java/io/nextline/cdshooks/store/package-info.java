/** Tests of the store package. */
@NullMarked
package io.nextline.cdshooks.store;

import org.jspecify.annotations.NullMarked;
