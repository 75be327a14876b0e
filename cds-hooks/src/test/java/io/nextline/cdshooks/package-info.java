/** Fixtures and tests of the services as a whole. */
@NullMarked
package io.nextline.cdshooks;

import org.jspecify.annotations.NullMarked;
