/** Tests of the scenarios' arithmetic; the scenarios themselves run by hand. */
@NullMarked
package io.nextline.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
