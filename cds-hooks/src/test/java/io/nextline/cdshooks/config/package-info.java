/** Tests of the package. */
@NullMarked
package io.nextline.cdshooks.config;

import org.jspecify.annotations.NullMarked;
