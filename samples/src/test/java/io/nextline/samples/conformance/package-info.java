@NullMarked
package io.nextline.samples.conformance;

import org.jspecify.annotations.NullMarked;
