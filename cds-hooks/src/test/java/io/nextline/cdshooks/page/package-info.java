/** Tests of the pages. */
@NullMarked
package io.nextline.cdshooks.page;

import org.jspecify.annotations.NullMarked;
