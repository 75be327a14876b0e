/**
 * Measurements: takes synthetic patients of known size and returns what an evaluation costs, in process (JMH) and over loopback
 * HTTP (the load generator).
 */
@NullMarked
package io.nextline.benchmarks;

import org.jspecify.annotations.NullMarked;
