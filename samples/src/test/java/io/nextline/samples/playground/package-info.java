@NullMarked
package io.nextline.samples.playground;

import org.jspecify.annotations.NullMarked;
