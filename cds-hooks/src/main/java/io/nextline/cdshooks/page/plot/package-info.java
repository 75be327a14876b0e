/**
 * Pictures of figures and their intervals. Takes figures with their words, gives every place worked out in units of the picture;
 * the template {@code plot.jte} only draws. Pure arithmetic: the same figures always stand at the same places.
 */
@NullMarked
package io.nextline.cdshooks.page.plot;

import org.jspecify.annotations.NullMarked;
