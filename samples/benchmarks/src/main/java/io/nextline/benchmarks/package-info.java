/**
 * Measurements: takes synthetic patients of known size and returns times and allocations of the path through core.
 */
@NullMarked
package io.nextline.benchmarks;

import org.jspecify.annotations.NullMarked;
