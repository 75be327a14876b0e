/** Tests of the cards. */
@NullMarked
package io.nextline.cdshooks.card;

import org.jspecify.annotations.NullMarked;
