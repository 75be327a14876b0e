@NullMarked
package io.nextline.samples.playground.change;

import org.jspecify.annotations.NullMarked;
