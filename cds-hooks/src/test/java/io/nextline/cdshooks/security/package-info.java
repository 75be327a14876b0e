/** Tests of who may call. */
@NullMarked
package io.nextline.cdshooks.security;

import org.jspecify.annotations.NullMarked;
