/** Tests of the measuring: takes the generated bodies and the load generator, and returns whether they are what is reported. */
@NullMarked
package io.nextline.benchmarks;

import org.jspecify.annotations.NullMarked;
