/** Tests of the jwt package. */
@NullMarked
package io.nextline.cdshooks.security.jwt;

import org.jspecify.annotations.NullMarked;
