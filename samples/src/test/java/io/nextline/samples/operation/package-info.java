/** The configured service as an operator runs it. */
@NullMarked
package io.nextline.samples.operation;

import org.jspecify.annotations.NullMarked;
