/** Tests of the pictures. */
@NullMarked
package io.nextline.cdshooks.page.plot;

import org.jspecify.annotations.NullMarked;
